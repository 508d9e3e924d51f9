package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Constraint.Enforcement;
import dev.godwit.sql.ConstraintAction.AlterConstraint;
import dev.godwit.sql.ConstraintAction.ValidateConstraint;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds constraints that are made enforced. */
final class FkEnforcedFlip implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "fk-enforced-flip",
                    Category.BLOCKING_SCAN,
                    "ALTER CONSTRAINT … ENFORCED scans both tables under a lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    FkEnforcedFlip(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, AlterConstraint.class)
                .filter(alter -> alter.action().checking().enforced() == Enforcement.ENFORCED)
                .map(alter -> alter.found(LockText.of(statement, alter.effects(), alter.table(), Work.SCAN))
                        .because("a constraint that was not enforced is checked for every row when it becomes so")
                        .instead(List.of(
                                "-- add the same constraint under another name as NOT VALID, validate it, and drop"
                                        + " this one:",
                                "ALTER TABLE " + statement.sql(alter.table()) + " ADD CONSTRAINT "
                                        + statement.sql(Sql.name(alter.action().name() + "_enforced"))
                                        + " … NOT VALID;",
                                SafeWays.LATER,
                                alter.sql(new ValidateConstraint(
                                        new Identifier(alter.action().name() + "_enforced"))))));
    }
}
