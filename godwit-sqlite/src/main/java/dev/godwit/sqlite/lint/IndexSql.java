package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/** Makes the statement that makes an index. */
final class IndexSql {
    private static final String AUTOMATIC = "sqlite_autoindex_";

    private IndexSql() {}

    /** Tells whether it was made by CREATE INDEX, not by a constraint. */
    static boolean isOwn(Table table, Index index) {
        return !index.kind().equals("PRIMARY")
                && index.name().flatMap(table::constraint).isEmpty()
                && index.name()
                        .filter(name -> !name.name().startsWith(AUTOMATIC))
                        .isPresent();
    }

    /** Returns it; empty for an index that comes with a constraint. */
    static Optional<CreateIndex> of(Table known, Index index, QualifiedName table) {
        return isOwn(known, index)
                ? index.name().map(name -> made(index, new QualifiedName(List.of(name)), table))
                : Optional.empty();
    }

    private static CreateIndex made(Index index, QualifiedName name, QualifiedName table) {
        return new CreateIndex(
                new SourceSpan(0, 0),
                index.kind(),
                Concurrency.PLAIN,
                Guard.NONE,
                Optional.of(name),
                AlterTable.Scope.WITH_CHILDREN,
                table,
                Optional.empty(),
                index.elements(),
                List.of(),
                ConstraintRule.Nulls.UNSAID,
                List.of(),
                index.where());
    }
}
