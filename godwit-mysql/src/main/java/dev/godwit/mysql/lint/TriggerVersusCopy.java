package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTrigger;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds triggers on tables that tools for online schema changes then refuse. */
final class TriggerVersusCopy implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-trigger-vs-osc",
                    Category.COMPATIBILITY,
                    "Tools that change tables by a copy refuse triggers")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTrigger.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof CreateTrigger trigger
                ? Stream.of(Found.at(
                                statement,
                                "gh-ost refuses to change " + trigger.table()
                                        + " from now on, and pt-online-schema-change wants --preserve-triggers")
                        .about(trigger.table())
                        .because("such tools copy the rows into a new table and rename it; the trigger would fire for"
                                + " their own writes, or be left behind on the old one")
                        .instead(List.of("-- let the application write what the trigger would")))
                : Stream.empty();
    }
}
