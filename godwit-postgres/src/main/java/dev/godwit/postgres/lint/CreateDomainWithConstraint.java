package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.CreateDomain;
import java.util.Set;
import java.util.stream.Stream;

/** Finds domains that restrict their values. */
final class CreateDomainWithConstraint implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "create-domain-with-constraint", Category.STYLE, "A constraint of a domain is hard to change later")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateDomain.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateDomain create)
                || create.attributes().stream().noneMatch(attribute -> attribute instanceof Constrained)) {
            return Stream.empty();
        }
        return Stream.of(Found.at(
                        statement,
                        "a later change of the constraint of " + create.name() + " locks every table that uses it")
                .because("a check on the column can be changed table by table, a column of the domain is added"
                        + " by a rewrite"));
    }
}
