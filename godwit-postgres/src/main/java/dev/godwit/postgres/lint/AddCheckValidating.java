package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.NotNull;
import java.util.Set;
import java.util.stream.Stream;

/** Finds checks that are validated when they are added. */
final class AddCheckValidating implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-check-validating",
                    Category.BLOCKING_SCAN,
                    "ADD CHECK reads the whole table under an exclusive lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddCheckValidating(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        Stream<Act<AddConstraint>> added = Stream.concat(
                actions.constraints(statement, Check.class), actions.constraints(statement, NotNull.class));
        return added.filter(add -> add.does(Work.SCAN))
                .map(add -> add.found(add.lock())
                        .because("every row that is there is checked before the statement ends")
                        .instead(SafeWays.validatedLater(add, "check")));
    }
}
