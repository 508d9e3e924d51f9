package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Enforcement;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds constraints that nothing enforces. */
final class NotEnforcedConstraint implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "not-enforced-constraint", Category.COMPATIBILITY, "A NOT ENFORCED constraint keeps nothing out")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AlterTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        Stream<Constraint> added = switch (statement.statement()) {
            case CreateTable create -> create.constraints();
            case AlterTable alter -> alter.actions(AddConstraint.class).map(AddConstraint::constraint);
            case Statement other -> Stream.empty();
        };
        return added.filter(constraint -> constraint.checking().enforced() == Enforcement.NOT_ENFORCED)
                .map(constraint -> Found.at(
                                statement,
                                "the constraint "
                                        + constraint
                                                .name()
                                                .map(name -> name + " ")
                                                .orElse("")
                                        + "looks as if it held, but rows that break it are let in")
                        .marking(constraint.span())
                        .because("NOT ENFORCED constraints are never checked; to enforce one later reads the"
                                + " whole table under a lock")
                        .instead(List.of("-- NOT VALID keeps bad rows out from now on, and can be validated"
                                + " while others work")));
    }
}
