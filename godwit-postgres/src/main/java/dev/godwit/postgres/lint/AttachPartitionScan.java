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
import dev.godwit.sql.PartitionAction.AttachPartition;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds partitions that are read when they are attached. */
final class AttachPartitionScan implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "attach-partition-scan",
                    Category.BLOCKING_SCAN,
                    "ATTACH PARTITION reads the partition under an exclusive lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AttachPartitionScan(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AttachPartition.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, AttachPartition.class)
                .filter(attach -> !statement.isNew(attach.action().partition()))
                .flatMap(attach -> attach
                        .effects()
                        .workOn(statement.before().resolve(attach.action().partition()))
                        .filter(work -> work.work() != Work.METADATA)
                        .map(work -> found(attach, work.work()))
                        .stream());
    }

    private static Found found(Act<AttachPartition> attach, Work work) {
        StatementContext context = attach.context();
        QualifiedName partition = attach.action().partition();
        String name = context.sql(new QualifiedName(List.of(Sql.name(partition, "bound"))));
        return Found.at(context, LockText.of(context, attach.effects(), partition, work))
                .weighing(partition)
                .about(attach.table())
                .because(
                        work == Work.INDEX_BUILD
                                ? "indexes that the partitioned table has and " + partition
                                        + " lacks are built while the lock is held"
                                : "no valid CHECK proves that every row of " + partition + " is within its bound")
                .instead(List.of(
                        "ALTER TABLE " + context.sql(partition) + " ADD CONSTRAINT " + name
                                + " CHECK (…the bound as a condition, and its columns IS NOT NULL…) NOT VALID;",
                        SafeWays.LATER,
                        "ALTER TABLE " + context.sql(partition) + " VALIDATE CONSTRAINT " + name + ";",
                        "-- build the indexes of " + attach.table() + " on it with CREATE INDEX CONCURRENTLY, then",
                        context.sql(attach.alter()),
                        "ALTER TABLE " + context.sql(partition) + " DROP CONSTRAINT " + name + ";"));
    }
}
