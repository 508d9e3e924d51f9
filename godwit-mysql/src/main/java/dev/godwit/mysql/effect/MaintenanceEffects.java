package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Maintenance;
import java.util.Set;

/** What statements do that keep a server or its tables in order. */
final class MaintenanceEffects {
    private static final Set<String> QUIET = Set.of("", "CHECKSUM", "KILL");

    private MaintenanceEffects() {}

    static Effects of(Maintenance maintenance, Catalog catalog, ServerFacts server) {
        if (QUIET.contains(maintenance.verb()) || MysqlEffects.isWithheld(maintenance)) {
            return Effects.none(Transactionality.TRANSACTIONAL);
        }
        Effects commits = Effects.none(Transactionality.COMMITS_IMPLICITLY);
        return switch (maintenance.verb()) {
            case "XA", "BINLOG" -> MysqlEffects.unknown();
            case "PURGE", "SHUTDOWN", "RESTART", "CLONE", "BACKUP" -> Effects.none(Transactionality.OUTSIDE_ONLY);
            case "ANALYZE" -> analyzed(commits, maintenance, catalog, server);
            case "CHECK" -> checked(commits, maintenance, catalog);
            case "OPTIMIZE" -> optimized(commits, maintenance, catalog, server);
            case "REPAIR" -> repaired(commits, maintenance, catalog);
            case "FLUSH" -> flushed(commits, maintenance, catalog);
            default -> commits.locking(TableLock.EVERYTHING, LockMode.BLOCKS_READS_AND_WRITES, "");
        };
    }

    // Before 8.0.24 it threw the definition of the table away, and every query waited for those that still used it.
    private static Effects analyzed(Effects effects, Maintenance maintenance, Catalog catalog, ServerFacts server) {
        if (!server.isMysql() || server.atLeast(8, 0, 24)) {
            return effects;
        }
        Effects all = effects;
        for (QualifiedName table : maintenance.names()) {
            all = all.locking(catalog.resolve(table), LockMode.BLOCKS_READS_AND_WRITES, "table flush");
        }
        return all;
    }

    private static Effects checked(Effects effects, Maintenance maintenance, Catalog catalog) {
        Effects all = effects;
        for (QualifiedName table : maintenance.names()) {
            all = all.working(new TableWork(catalog.resolve(table), Work.SCAN, LockMode.BLOCKS_NOTHING, ""));
        }
        return all;
    }

    // InnoDB makes the table anew, as ALTER TABLE … FORCE does; the clauses cannot be said.
    private static Effects optimized(Effects effects, Maintenance maintenance, Catalog catalog, ServerFacts server) {
        Effects all = effects;
        for (QualifiedName written : maintenance.names()) {
            QualifiedName table = catalog.resolve(written);
            Alteration rebuild = new Alteration(
                    Set.of(Change.REBUILD),
                    TableShape.of(catalog.table(table)),
                    TableShape.of(catalog.table(table)).fulltext(),
                    true);
            Way way = server.isMysql()
                    ? new MysqlLadder(server).way(rebuild)
                    : new MariadbLadder(server.version()).way(rebuild);
            all = new OtherTables(server, catalog)
                    .related(PartitionEffects.withoutReaders(all, table), table)
                    .working(new TableWork(table, way.work(), way.lock().blocks(), ""));
        }
        return all;
    }

    private static Effects repaired(Effects effects, Maintenance maintenance, Catalog catalog) {
        Effects all = effects;
        for (QualifiedName table : maintenance.names()) {
            all = PartitionEffects.withoutReaders(all, catalog.resolve(table));
        }
        return all;
    }

    private static Effects flushed(Effects effects, Maintenance maintenance, Catalog catalog) {
        Effects all = effects;
        for (QualifiedName table : maintenance.names()) {
            all = all.locking(catalog.resolve(table), LockMode.BLOCKS_WRITES, "SHARED_NO_WRITE");
        }
        boolean tables = maintenance.options().stream().anyMatch(option -> option.startsWith("TABLE"));
        return maintenance.names().isEmpty() && tables
                ? all.locking(TableLock.EVERYTHING, LockMode.BLOCKS_WRITES, "")
                : all;
    }
}
