package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.CreateTable;
import java.util.Set;
import java.util.stream.Stream;

/** Finds foreign keys that do not say what a delete does. */
final class ExplicitOnDeleteMissing implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
            "explicit-on-delete-missing", Category.STYLE, "The foreign key does not say what a delete does");

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
                .filter(added -> added.key().references().onDelete().isEmpty())
                .map(added -> Found.at(
                                statement,
                                "a DELETE in " + added.key().references().table() + " fails while rows of "
                                        + added.table() + " point to it")
                        .marking(added.span())
                        .about(added.table())
                        .because("that is NO ACTION, the default; said aloud, a reader knows that it is meant"));
    }
}
