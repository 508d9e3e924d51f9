package dev.godwit.mysql;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction;
import java.util.Optional;

/** What an ALTER TABLE does. */
final class AlterEffects {
    private final ServerFacts server;
    private final Catalog catalog;
    private final OtherTables others;

    AlterEffects(ServerFacts server, Catalog catalog) {
        this.server = server;
        this.catalog = catalog;
        this.others = new OtherTables(server, catalog);
    }

    Effects of(AlterTable alter) {
        Effects none = Effects.none(Transactionality.COMMITS_IMPLICITLY);
        Optional<Table> table = catalog.table(alter.table());
        // It commits all the same, but nobody else sees the table.
        if (table.filter(known -> known.persistence() == Persistence.TEMPORARY).isPresent()) {
            return none;
        }
        Effects effects = new AlterConsequences(server, catalog, alter).of(none);
        Optional<PartitionAction> partitions = PartitionEffects.action(alter);
        effects = partitions.isPresent()
                ? new PartitionEffects(server, catalog).of(effects, alter.table(), partitions.get())
                : changed(effects, alter);
        return refused(others.lock(effects, alter), alter);
    }

    private Effects changed(Effects effects, AlterTable alter) {
        QualifiedName name = catalog.resolve(alter.table());
        Effects locked = OtherTables.exclusive(effects, name);
        Optional<TableAction.OtherAction> other = alter.actions(TableAction.OtherAction.class)
                .filter(action -> action.name().contains("TABLESPACE"))
                .findFirst();
        if (other.isPresent()) {
            return locked;
        }
        Way best = way(AlterChanges.of(server, catalog, alter));
        Way asked = asked(best, alter);
        return locked.working(asked.on(name));
    }

    private Way way(Alteration alteration) {
        return server.isMysql()
                ? new MysqlLadder(server.version()).way(alteration)
                : new MariadbLadder(server.version()).way(alteration);
    }

    // MySQL takes the way that is said, even where a better one would do; MariaDB the best up to that.
    private Way asked(Way best, AlterTable alter) {
        Way way = best;
        Optional<Algorithm> algorithm = RequestedWay.algorithm(alter.actions());
        if (algorithm.filter(said -> said == Algorithm.COPY).isPresent() && best.algorithm() != Algorithm.COPY) {
            DdlLock lock = server.isMysql() || !server.version().atLeast(11, 2) ? DdlLock.SHARED : DdlLock.NONE;
            way = new Way(Algorithm.COPY, lock, Work.REWRITE);
        } else if (algorithm.filter(said -> said == Algorithm.INPLACE).isPresent()
                && best.algorithm() == Algorithm.INSTANT
                && server.isMysql()) {
            way = new Way(Algorithm.INPLACE, DdlLock.NONE, inplaceWork(alter));
        }
        Optional<DdlLock> lock = RequestedWay.lock(alter.actions());
        Way chosen = way;
        return lock.filter(said -> said.compareTo(chosen.lock()) > 0 && said != DdlLock.NONE)
                .map(said -> new Way(chosen.algorithm(), said, chosen.work()))
                .orElse(chosen);
    }

    private Work inplaceWork(AlterTable alter) {
        Alteration alteration = AlterChanges.of(server, catalog, alter);
        boolean columns = alteration.changes().contains(Change.ADD_COLUMN)
                || alteration.changes().contains(Change.DROP_COLUMN);
        return columns ? Work.REWRITE : Work.METADATA;
    }

    private Effects refused(Effects effects, AlterTable alter) {
        Effects refused = effects;
        for (String reason : new AlterRefusals(server, catalog, alter).reasons()) {
            refused = refused.refused(reason);
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof PartitionAction) {
                return refused;
            }
        }
        return RequestedWay.refusal(alter.actions(), way(AlterChanges.of(server, catalog, alter)), server)
                .map(refused::refused)
                .orElse(refused);
    }

    /** Returns what one statement does that names the table as a whole and lets nobody at it. */
    Effects exclusively(QualifiedName table) {
        return Effects.none(Transactionality.COMMITS_IMPLICITLY)
                .locking(catalog.resolve(table), LockMode.BLOCKS_READS_AND_WRITES, OtherTables.EXCLUSIVE);
    }
}
