package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.Maintenance;
import java.util.Set;
import java.util.stream.Stream;

/** Finds refreshes that keep a second refresh waiting. */
final class RefreshMatviewConcurrentWriteBlock implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "refresh-matview-concurrent-write-block",
                    Category.LOCK,
                    "REFRESH CONCURRENTLY still excludes other refreshes")
            .on(PostgresRules.PRODUCT)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(Maintenance.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof Maintenance refresh)
                || !refresh.verb().startsWith("REFRESH")
                || !refresh.options().contains("CONCURRENTLY")) {
            return Stream.empty();
        }
        return refresh.names().stream()
                .map(view -> Found.at(
                                statement,
                                "EXCLUSIVE on " + view + ": another refresh waits while its query runs twice over")
                        .about(view)
                        .because("readers go on, but the query is run whole and compared with the old rows"));
    }
}
