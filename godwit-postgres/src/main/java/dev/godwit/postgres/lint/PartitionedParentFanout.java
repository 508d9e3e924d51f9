package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of partitioned tables that lock every partition. */
final class PartitionedParentFanout implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "partitioned-parent-fanout", Category.LOCK, "One ALTER locks every partition at once")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)) {
            return Stream.empty();
        }
        List<TableLock> locks = statement
                .before()
                .partitions(alter.table())
                .filter(partition -> !statement.isNew(partition.name()))
                .flatMap(partition -> statement.effects().lockOn(partition.name()).stream())
                .filter(lock -> lock.mode() == LockMode.BLOCKS_READS_AND_WRITES)
                .toList();
        if (locks.size() < 2) {
            return Stream.empty();
        }
        return Stream.of(Found.at(
                        statement,
                        locks.getFirst().serverName() + " on " + alter.table() + " and its " + locks.size()
                                + " partitions: every read and write of any of them waits")
                .about(alter.table())
                .because("the locks are taken one after another and all held to the end, so the wait for the"
                        + " slowest partition stops all"));
    }
}
