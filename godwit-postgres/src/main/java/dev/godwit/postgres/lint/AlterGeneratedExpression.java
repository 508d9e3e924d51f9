package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.SetExpression;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new expressions of stored generated columns. */
final class AlterGeneratedExpression implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "alter-generated-expression",
                    Category.REWRITE,
                    "SET EXPRESSION of a stored column rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AlterGeneratedExpression(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(SetExpression.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, SetExpression.class)
                .filter(set -> set.does(Work.REWRITE))
                .map(set -> set.found(set.lock())
                        .because("the value of " + set.action().column() + " is computed anew for each row")
                        .instead(List.of("-- add a column with the new expression beside it, move readers"
                                + " there, drop this one")));
    }
}
