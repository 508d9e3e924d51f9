package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.CreateTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds foreign keys that delete along. */
final class OnDeleteCascade implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "on-delete-cascade", Category.DATA_LOSS, "A delete in one table deletes rows in others")
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, ColumnAction.AddColumn.class, ConstraintAction.AddConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Added.foreignKeys(statement)
                .filter(added -> added.key()
                        .references()
                        .onDelete()
                        .filter("CASCADE"::equals)
                        .isPresent())
                .map(added -> Found.at(
                                statement,
                                "a DELETE in " + added.key().references().table() + " deletes rows of " + added.table()
                                        + ", however many")
                        .marking(added.span())
                        .about(added.table())
                        .because("one small statement can become a long one that locks many rows, and nobody sees in it"
                                + " what it deletes")
                        .instead(List.of("-- ON DELETE RESTRICT, and let the application delete the rows of "
                                + added.table() + " in batches first")));
    }
}
