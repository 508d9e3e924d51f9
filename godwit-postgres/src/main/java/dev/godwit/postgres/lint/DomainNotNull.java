package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds domains that are made NOT NULL. */
final class DomainNotNull implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "domain-not-null",
                    Category.BLOCKING_SCAN,
                    "ALTER DOMAIN SET NOT NULL scans every table that uses it")
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
                || !(alter.action() instanceof AlterDomain.Action.SetNotNull)
                || Domains.isUnused(statement, alter.name())) {
            return Stream.empty();
        }
        String domain = statement.sql(alter.name());
        Identifier name = Sql.name(alter.name(), "present");
        return Stream.of(Domains.found(statement, alter.name())
                .because("every column of the type is read for NULLs, and all tables stay locked until the end")
                .instead(List.of(
                        "ALTER DOMAIN " + domain + " ADD CONSTRAINT " + name + " CHECK (VALUE IS NOT NULL) NOT VALID;",
                        SafeWays.LATER,
                        "ALTER DOMAIN " + domain + " VALIDATE CONSTRAINT " + name + ";")));
    }
}
