package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.PartitionOf;
import dev.godwit.sql.PartitionAction.AttachPartition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds partitions that are attached beside a default partition. */
final class AttachPartitionDefaultPartitionScan implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "attach-partition-default-partition-scan",
                    Category.BLOCKING_SCAN,
                    "A new partition makes the default partition be read under a lock")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return parent(statement).stream()
                .flatMap(parent ->
                        statement.before().partitions(parent).filter(AttachPartitionDefaultPartitionScan::isDefault))
                .filter(partition -> !statement.isNew(partition.name()))
                .filter(partition -> statement
                        .effects()
                        .workOn(partition.name())
                        .filter(work -> work.work() != Work.METADATA)
                        .isPresent())
                .map(partition -> found(statement, partition));
    }

    private static Optional<QualifiedName> parent(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> create.partitionOf().map(PartitionOf::parent);
            case AlterTable alter ->
                alter.actions(AttachPartition.class)
                        .map(attach -> alter.table())
                        .findFirst();
            case Statement other -> Optional.empty();
        };
    }

    private static boolean isDefault(Table partition) {
        return partition
                .partitionOf()
                .filter(link -> link.bound().toUpperCase(Locale.ROOT).contains("DEFAULT"))
                .isPresent();
    }

    private static Found found(StatementContext statement, Table partition) {
        return Found.at(statement, LockText.of(statement, statement.effects(), partition.name()))
                .weighing(partition.name())
                .because("its rows are read for such as belong to the new partition, unless a valid CHECK on it rules"
                        + " them out")
                .instead(List.of(
                        "ALTER TABLE " + statement.sql(partition.name())
                                + " ADD CONSTRAINT elsewhere CHECK (…not within the new bound…) NOT VALID;",
                        SafeWays.LATER,
                        "ALTER TABLE " + statement.sql(partition.name()) + " VALIDATE CONSTRAINT elsewhere;"));
    }
}
