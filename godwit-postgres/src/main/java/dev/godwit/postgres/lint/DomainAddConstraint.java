package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds constraints of domains that are validated when they are added. */
final class DomainAddConstraint implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "domain-add-constraint",
                    Category.BLOCKING_SCAN,
                    "ALTER DOMAIN ADD CONSTRAINT scans every table that uses it")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterDomain.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterDomain alter)
                || !(alter.action() instanceof AlterDomain.Action.AddConstraint add)
                || add.constraint().checking().validity() == Validity.NOT_VALID
                || Domains.isUnused(statement, alter.name())) {
            return Stream.empty();
        }
        Identifier name = add.constraint().name().orElse(Sql.name(alter.name(), "check"));
        return Stream.of(Domains.found(statement, alter.name())
                .because("every column of the type " + alter.name()
                        + " is checked, one table after another, and all stay locked until the end")
                .instead(List.of(
                        statement.sql(new AlterDomain(
                                alter.span(),
                                alter.name(),
                                new AlterDomain.Action.AddConstraint(
                                        Sql.notValid(new AddConstraint(add.constraint(), Guard.NONE), name)
                                                .constraint()))),
                        SafeWays.LATER,
                        statement.sql(new AlterDomain(
                                alter.span(), alter.name(), new AlterDomain.Action.ValidateConstraint(name))))));
    }
}
