package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction;
import java.util.Optional;
import java.util.Set;

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

    Effects of(AlterTable written) {
        Effects none = Effects.none(Transactionality.COMMITS_IMPLICITLY);
        Optional<Table> table = catalog.table(written.table());
        // It commits all the same, but nobody else sees the table.
        if (table.filter(known -> known.persistence() == Persistence.TEMPORARY).isPresent()) {
            return none;
        }
        AlterTable spelled = Spelling.of(written, table);
        AlterTable alter = Guarded.of(spelled, table);
        // The table is opened, to see that nothing is left to do, and no stronger lock is asked for (11.4.5).
        if (Guarded.isIdle(alter) && !spelled.equals(alter)) {
            QualifiedName idle = catalog.resolve(alter.table());
            return none.locking(idle, LockMode.BLOCKS_DDL, "SHARED_UPGRADABLE")
                    .working(new Way(Algorithm.INSTANT, DdlLock.NONE, Work.METADATA).on(idle));
        }
        Effects effects = new AlterConsequences(server, catalog, alter).of(none);
        for (String reason : new AlterRefusals(server, catalog, alter).reasons()) {
            effects = effects.refused(reason);
        }
        Optional<PartitionAction> partitions = PartitionEffects.action(alter);
        return partitions.isPresent()
                ? others.lock(new PartitionEffects(server, catalog).of(effects, alter.table(), partitions.get()), alter)
                : changed(effects, alter);
    }

    private Effects changed(Effects effects, AlterTable alter) {
        QualifiedName name = catalog.resolve(alter.table());
        Effects locked = OtherTables.exclusive(effects, name);
        boolean tablespace = alter.actions(TableAction.OtherAction.class)
                .anyMatch(action -> action.name().contains("TABLESPACE"));
        if (tablespace) {
            return locked;
        }
        Alteration alteration = AlterChanges.of(server, catalog, alter);
        Way best = way(alteration);
        Effects judged = heedsClauses(alteration)
                ? RequestedWay.refusal(alter.actions(), best, server)
                        .map(locked::refused)
                        .orElse(locked)
                : locked;
        Effects working = judged.working(asked(best, alter, alteration).on(name));
        boolean alone = alteration.changes().equals(Set.of(Change.SWITCH_KEYS));
        return alone ? working : others.lock(working, alter);
    }

    // MariaDB 10.11 takes ENGINE = Aria, ALGORITHM = INSTANT and copies all the same; 11.4 refuses it (both seen).
    private boolean heedsClauses(Alteration alteration) {
        return server.isMysql()
                || server.version().atLeast(11, 2)
                || !alteration.changes().contains(Change.CHANGE_ENGINE);
    }

    private Way way(Alteration alteration) {
        return server.isMysql()
                ? new MysqlLadder(server).way(alteration)
                : new MariadbLadder(server.version()).way(alteration);
    }

    // MySQL takes the way that is said, even where a better one would do; MariaDB the best up to that.
    private Way asked(Way best, AlterTable alter, Alteration alteration) {
        Way way = RequestedWay.algorithm(alter.actions())
                .map(said -> asked(best, said, alteration))
                .orElse(best);
        return RequestedWay.lock(alter.actions())
                .filter(said -> way.algorithm() != Algorithm.INSTANT && said.compareTo(way.lock()) > 0)
                .map(said -> new Way(way.algorithm(), said, way.work()))
                .orElse(way);
    }

    private Way asked(Way best, Algorithm said, Alteration alteration) {
        if (said == Algorithm.COPY && best.algorithm() != Algorithm.COPY) {
            DdlLock lock = server.isMysql() || !server.version().atLeast(11, 2) ? DdlLock.SHARED : DdlLock.NONE;
            return new Way(Algorithm.COPY, lock, Work.REWRITE);
        }
        if (said != Algorithm.INPLACE || best.algorithm() != Algorithm.INSTANT || !server.isMysql()) {
            return best;
        }
        boolean columns = alteration.changes().contains(Change.ADD_COLUMN)
                || alteration.changes().contains(Change.DROP_COLUMN);
        return new Way(Algorithm.INPLACE, DdlLock.NONE, columns ? Work.REWRITE : Work.METADATA);
    }
}
