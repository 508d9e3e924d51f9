package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds tables that are dropped to be made anew. */
final class CreateTableForce implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "create-table-force", Category.DATA_LOSS, "A table is dropped and made anew: its rows are gone");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (statement.statement() instanceof CreateTable replace && replace.replace() == Replacement.OR_REPLACE) {
            return Stream.of(found(statement, replace.name()));
        }
        return Drops.objects(statement, "TABLE")
                .filter(table -> !statement.isNew(table))
                .filter(table -> statement.file().statements().stream()
                        .anyMatch(other -> other.index() > statement.index()
                                && other.statement() instanceof CreateTable create
                                && create.name().equals(table)))
                .map(table -> found(statement, table));
    }

    private static Found found(StatementContext statement, QualifiedName table) {
        return Found.at(statement, "if " + table + " is there, its rows are lost and an empty table takes its place")
                .about(table)
                .because("this is right only for the first run on an empty database")
                .instead(List.of("-- CREATE TABLE " + statement.sql(table)
                        + " without the drop fails where it is there, and loses nothing"));
    }
}
