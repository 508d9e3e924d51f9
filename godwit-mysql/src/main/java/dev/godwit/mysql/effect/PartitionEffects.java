package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.PartitionAction.ChangePartitions;
import dev.godwit.sql.PartitionAction.ExchangePartition;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * What is done to partitions. MySQL calls INPLACE what is a copy, and takes ALGORITHM=INSTANT where it rebuilds every partition; MariaDB
 * takes no such clause and keeps writers out all the same (seen on 8.0.33 and 11.4.5).
 */
final class PartitionEffects {
    private final ServerFacts server;
    private final Catalog catalog;

    PartitionEffects(ServerFacts server, Catalog catalog) {
        this.server = server;
        this.catalog = catalog;
    }

    /** Returns the action that stands alone in its statement, which PARTITION BY and REMOVE PARTITIONING do not. */
    static Optional<PartitionAction> action(AlterTable alter) {
        return alter.actions(PartitionAction.class)
                .filter(action -> !(action instanceof PartitionAction.Repartition)
                        && !(action instanceof PartitionAction.RemovePartitioning))
                .findFirst();
    }

    Effects of(Effects effects, QualifiedName written, PartitionAction action) {
        QualifiedName table = catalog.resolve(written);
        return switch (action) {
            case ChangePartitions change -> changed(effects, table, change);
            case ExchangePartition exchange -> exchanged(effects, table, exchange);
            case PartitionAction.Repartition other -> effects;
            case PartitionAction.RemovePartitioning other -> effects;
            case PartitionAction.AttachPartition other -> effects;
            case PartitionAction.DetachPartition other -> effects;
        };
    }

    private Effects changed(Effects effects, QualifiedName table, ChangePartitions change) {
        Effects locked = OtherTables.exclusive(effects, table);
        return switch (change.verb()) {
            case "ADD" ->
                locked.working(
                        spreads(change.rest()) ? copied(table) : listed(table, Algorithm.INPLACE, Work.METADATA));
            case "COALESCE", "REORGANIZE", "REBUILD", "SPLIT", "MERGE" -> locked.working(copied(table));
            case "DROP" ->
                losing(locked, table, change.partitions()).working(listed(table, Algorithm.INPLACE, Work.METADATA));
            case "TRUNCATE" ->
                losing(locked, table, change.partitions()).working(listed(table, Algorithm.INSTANT, Work.METADATA));
            case "OPTIMIZE" -> optimized(effects, table);
            case "ANALYZE" -> effects.working(listed(table, Algorithm.INSTANT, Work.METADATA));
            case "CHECK" -> effects.working(listed(table, Algorithm.INSTANT, Work.SCAN));
            case "REPAIR" -> repaired(effects, table);
            default -> locked;
        };
    }

    // PARTITIONS n spreads the rows anew; a definition makes an empty partition.
    private static boolean spreads(Optional<Expression> rest) {
        return rest.filter(said -> said.has("PARTITIONS")).isPresent();
    }

    private static Effects losing(Effects effects, QualifiedName table, List<Identifier> partitions) {
        Effects lossy = effects;
        for (Identifier partition : partitions) {
            lossy = lossy.losing(new Loss(Loss.Kind.ROWS, table, partition.name()));
        }
        return partitions.isEmpty() ? effects.losing(new Loss(Loss.Kind.ROWS, table, "")) : lossy;
    }

    private TableWork copied(QualifiedName table) {
        return server.isMysql()
                ? new Way(Algorithm.INPLACE, DdlLock.SHARED, Work.REWRITE).on(table)
                : new TableWork(table, Work.REWRITE, LockMode.BLOCKS_WRITES, "");
    }

    private TableWork listed(QualifiedName table, Algorithm algorithm, Work work) {
        DdlLock lock = algorithm == Algorithm.INSTANT ? DdlLock.DEFAULT : DdlLock.NONE;
        return server.isMysql()
                ? new Way(algorithm, lock, work).on(table)
                : new TableWork(table, work, LockMode.BLOCKS_NOTHING, "");
    }

    private Effects optimized(Effects effects, QualifiedName table) {
        String method = server.isMysql() ? "ALGORITHM=INSTANT" : "";
        return withoutReaders(effects, table)
                .working(new TableWork(table, Work.REWRITE, LockMode.BLOCKS_WRITES, method));
    }

    // InnoDB has nothing to repair with; MariaDB sees that before it locks.
    private Effects repaired(Effects effects, QualifiedName table) {
        Effects locked = server.isMysql() ? withoutReaders(effects, table) : effects;
        return locked.working(listed(table, Algorithm.INSTANT, Work.METADATA));
    }

    /** Adds the lock of OPTIMIZE and REPAIR. */
    static Effects withoutReaders(Effects effects, QualifiedName table) {
        return effects.locking(table, LockMode.BLOCKS_READS_AND_WRITES, "SHARED_NO_READ_WRITE");
    }

    private Effects exchanged(Effects effects, QualifiedName table, ExchangePartition exchange) {
        QualifiedName other = catalog.resolve(exchange.table());
        boolean looks = exchange.validation() != ExchangePartition.Validation.WITHOUT;
        Effects locked = OtherTables.exclusive(OtherTables.exclusive(effects, table), other)
                .working(listed(table, Algorithm.INSTANT, Work.METADATA));
        return looks ? locked.working(new TableWork(other, Work.SCAN, LockMode.BLOCKS_READS_AND_WRITES, "")) : locked;
    }
}
