package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.Exclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds exclusion constraints on tables that are in use. */
final class AddExclusionConstraint implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-exclusion-constraint",
                    Category.BLOCKING_SCAN,
                    "ADD EXCLUDE builds its index under an exclusive lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddExclusionConstraint(Actions actions) {
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
        return actions.constraints(statement, Exclude.class)
                .map(add -> add.found(LockText.of(statement, add.effects(), add.table(), Work.INDEX_BUILD))
                        .because("an exclusion constraint can neither be NOT VALID nor be made of an index that"
                                + " is there")
                        .instead(List.of("-- there is no way without the lock: make a new table with the"
                                + " constraint, copy the rows in batches while a trigger carries"
                                + " changes over, and swap the names")));
    }
}
