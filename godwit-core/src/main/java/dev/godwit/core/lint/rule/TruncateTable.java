package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds the tables that a TRUNCATE empties. */
final class TruncateTable {
    private TruncateTable() {}

    /** Returns those that were there before, on the way forward. */
    static Stream<QualifiedName> of(StatementContext statement) {
        return statement.statement() instanceof dev.godwit.sql.Truncate truncate
                ? truncate.tables().stream().filter(table -> !statement.isNew(table))
                : Stream.empty();
    }
}
