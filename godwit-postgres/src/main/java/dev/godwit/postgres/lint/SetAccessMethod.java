package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.TableAction;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of the access method. */
final class SetAccessMethod implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "set-access-method", Category.REWRITE, "SET ACCESS METHOD rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    SetAccessMethod(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(TableAction.SetAccessMethod.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, TableAction.SetAccessMethod.class)
                .filter(set -> set.does(Work.REWRITE))
                .map(set -> set.found(set.lock()).because("another access method stores every row in its own way"));
    }
}
