package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.Unique;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds unique constraints whose index is built under an exclusive lock. */
final class AddUniqueConstraintBlocking implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-unique-constraint-blocking",
                    Category.BLOCKING_SCAN,
                    "ADD UNIQUE builds its index under an exclusive lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddUniqueConstraintBlocking(Actions actions) {
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
        return actions.constraints(statement, Unique.class)
                .filter(add -> add.work().compareTo(Work.SCAN) >= 0)
                .map(add -> add.found(add.lock())
                        .because("the index that the constraint needs is built while the lock is held")
                        .instead(way(add)));
    }

    private static List<String> way(Act<AddConstraint> add) {
        Constraint constraint = add.action().constraint();
        return SafeWays.key(add.context(), add.table(), constraint, ((Unique) constraint.rule()).key());
    }
}
