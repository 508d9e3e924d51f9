package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.PartitionAction.DetachPartition;
import dev.godwit.sql.PartitionAction.DetachPartition.Way;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds partitions that are detached under a lock on the partitioned table. */
final class DetachPartitionBlocking implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "detach-partition-blocking",
                    Category.LOCK,
                    "DETACH PARTITION without CONCURRENTLY locks the partitioned table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    DetachPartitionBlocking(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DetachPartition.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, DetachPartition.class)
                .filter(detach -> detach.action().way() == Way.PLAIN)
                .map(detach -> detach.found(detach.lock())
                        .about(detach.action().partition())
                        .because("the whole partitioned table is locked, so one long query on any partition makes all"
                                + " of them wait")
                        .instead(way(detach)));
    }

    private static List<String> way(Act<DetachPartition> detach) {
        return detach.context().version().atLeast(14)
                ? List.of(
                        "-- outside of a transaction:",
                        detach.sql(new DetachPartition(detach.action().partition(), Way.CONCURRENTLY)))
                : List.of("SET LOCAL lock_timeout = '1s';", detach.sql(detach.action()));
    }
}
