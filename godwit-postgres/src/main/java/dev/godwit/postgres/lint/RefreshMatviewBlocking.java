package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Maintenance;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds materialized views that cannot be read while they are refreshed. */
final class RefreshMatviewBlocking implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "refresh-matview-blocking",
                    Category.LOCK,
                    "REFRESH without CONCURRENTLY blocks readers of the view")
            .on(PostgresRules.PRODUCT);

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
                || refresh.options().contains("CONCURRENTLY")) {
            return Stream.empty();
        }
        return refresh.names().stream()
                .filter(view -> !statement.isNew(view))
                .map(view -> found(statement, refresh, view));
    }

    private static Found found(StatementContext statement, Maintenance refresh, QualifiedName view) {
        boolean empties = refresh.options().contains("WITH NO DATA");
        return Found.at(
                        statement,
                        "ACCESS EXCLUSIVE on " + view + ": every read waits"
                                + (empties ? ", and fails afterwards until it is filled" : " while its query runs"))
                .about(view)
                .because("with CONCURRENTLY readers see the old rows until the new ones are there; that needs a unique"
                        + " index on the view")
                .instead(
                        empties
                                ? List.of()
                                : List.of(
                                        "CREATE UNIQUE INDEX CONCURRENTLY ON " + statement.sql(view) + " (…);",
                                        // The printer copies such a statement as it was written.
                                        "REFRESH MATERIALIZED VIEW CONCURRENTLY " + statement.sql(view) + ";"));
    }
}
