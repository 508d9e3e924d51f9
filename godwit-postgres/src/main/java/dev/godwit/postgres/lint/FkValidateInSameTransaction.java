package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintAction.ValidateConstraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds constraints that are validated in the transaction which added them. */
final class FkValidateInSameTransaction implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "fk-validate-in-same-transaction",
                    Category.LOCK,
                    "VALIDATE scans while the lock of ADD CONSTRAINT is still held")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    FkValidateInSameTransaction(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ValidateConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, ValidateConstraint.class)
                .flatMap(validate -> statement.earlierInTransaction().stream()
                        .filter(earlier -> adds(earlier, validate))
                        .limit(1)
                        .map(earlier -> found(validate, earlier)));
    }

    private static boolean adds(StatementContext earlier, Act<ValidateConstraint> validate) {
        return earlier.statement() instanceof AlterTable alter
                && earlier.before()
                        .resolve(alter.table())
                        .equals(earlier.before().resolve(validate.table()))
                && alter.actions(AddConstraint.class)
                        .anyMatch(add -> add.constraint().checking().validity() == Validity.NOT_VALID
                                && add.constraint()
                                        .name()
                                        .filter(validate.action().name()::equals)
                                        .isPresent());
    }

    private static Found found(Act<ValidateConstraint> validate, StatementContext earlier) {
        return validate.found(LockText.of(validate.context(), earlier.effects(), validate.table(), Work.SCAN))
                .because("the lock that ADD CONSTRAINT " + validate.action().name()
                        + " took is held until the transaction ends, so NOT VALID has gained nothing")
                .instead(List.of("COMMIT;", validate.sql(validate.action()), "-- or in a migration of its own"));
    }
}
