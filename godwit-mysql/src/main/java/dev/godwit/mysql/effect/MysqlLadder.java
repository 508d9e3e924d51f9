package dev.godwit.mysql.effect;

import dev.godwit.core.effect.Work;
import java.util.EnumSet;
import java.util.Set;

/**
 * The best way that MySQL knows for a set of changes (manual 17.12.1; each rule seen on 8.0.33). INSTANT came with 8.0.12 for a column at the
 * end, with 8.0.28 for new names, with 8.0.29 for columns anywhere and for dropping them.
 */
final class MysqlLadder {
    private static final int INSTANT = 12;
    private static final int INSTANT_RENAME = 28;
    private static final int INSTANT_ANYWHERE = 29;
    private static final int ROW_VERSIONS = 64;
    private static final int ROW_VERSIONS_SINCE_9_1 = 255;

    // The engine is not asked for these.
    private static final Set<Change> IGNORED =
            EnumSet.of(Change.CHANGE_DEFAULT, Change.DROP_CHECK, Change.RENAME_TABLE, Change.SWITCH_KEYS);
    private static final Set<Change> COPIES = EnumSet.of(
            Change.CHANGE_TYPE,
            Change.ADD_STORED_COLUMN,
            Change.ADD_COLUMN_WITH_EXPRESSION,
            Change.ADD_COLUMN_WITH_ROW_VALUE,
            Change.ADD_VIRTUAL_COLUMN_FIRST,
            Change.GAIN_AUTO_INCREMENT,
            Change.LOSE_AUTO_INCREMENT,
            Change.CHANGE_VIRTUAL_EXPRESSION,
            Change.CHANGE_INDEXED_VIRTUAL_EXPRESSION,
            Change.RECODE_INDEXED,
            Change.INDEX_NEW_VIRTUAL_COLUMN_UNIQUELY,
            Change.ADD_FOREIGN_KEY,
            Change.ADD_CHECK,
            Change.ADD_COLUMN_CHECK,
            Change.CHANGE_ENGINE,
            Change.SORT_ROWS,
            Change.REPARTITION);
    private static final Set<Change> REBUILDS = EnumSet.of(
            Change.ADD_COLUMN,
            Change.ADD_COLUMN_BETWEEN,
            Change.ADD_COLUMN_WITHOUT_VALUE,
            Change.ADD_AUTO_INCREMENT,
            Change.DROP_COLUMN,
            Change.MOVE_COLUMN,
            Change.MAKE_NULLABLE,
            Change.MAKE_NOT_NULL,
            Change.MAKE_TIMESTAMP_NOT_NULL,
            Change.ADD_PRIMARY_KEY,
            Change.DROP_PRIMARY_KEY,
            Change.REBUILD);
    private static final Set<Change> BUILDS = EnumSet.of(
            Change.ADD_INDEX,
            Change.ADD_FUNCTIONAL_INDEX,
            Change.INDEX_NEW_VIRTUAL_COLUMN,
            Change.ADD_FULLTEXT,
            Change.ADD_SPATIAL);
    private static final Set<Change> STOPS_WRITERS = EnumSet.of(
            Change.ADD_AUTO_INCREMENT,
            Change.ADD_FUNCTIONAL_INDEX,
            Change.INDEX_NEW_VIRTUAL_COLUMN,
            Change.ADD_FULLTEXT,
            Change.ADD_SPATIAL);
    private static final Set<Change> VIRTUAL =
            EnumSet.of(Change.ADD_VIRTUAL_COLUMN, Change.DROP_VIRTUAL_COLUMN, Change.ADD_FUNCTIONAL_INDEX);
    // What may stand beside a virtual column that is added or dropped in place.
    private static final Set<Change> BESIDE_VIRTUAL = EnumSet.of(
            Change.ADD_VIRTUAL_COLUMN,
            Change.DROP_VIRTUAL_COLUMN,
            Change.ADD_FUNCTIONAL_INDEX,
            Change.INDEX_NEW_VIRTUAL_COLUMN,
            Change.ADD_INDEX,
            Change.DROP_INDEX);
    private static final Set<Change> INSTANT_COLUMNS = EnumSet.of(
            Change.ADD_COLUMN,
            Change.ADD_COLUMN_BETWEEN,
            Change.ADD_VIRTUAL_COLUMN,
            Change.DROP_COLUMN,
            Change.DROP_VIRTUAL_COLUMN,
            Change.MOVE_COLUMN,
            Change.SHIFT_VIRTUAL_COLUMN,
            Change.RENAME_COLUMN);

    private final ServerFacts server;

    MysqlLadder(ServerFacts server) {
        this.server = server;
    }

    Way way(Alteration alteration) {
        Set<Change> asked = EnumSet.noneOf(Change.class);
        asked.addAll(alteration.changes());
        asked.removeAll(IGNORED);
        if (copies(alteration, asked)) {
            return copy();
        }
        if (isInstant(alteration.shape(), asked)) {
            return server.atLeast(8, 0, INSTANT)
                    ? new Way(Algorithm.INSTANT, DdlLock.DEFAULT, Work.METADATA)
                    : new Way(Algorithm.INPLACE, DdlLock.NONE, Work.METADATA);
        }
        if (mixesVirtual(asked)) {
            return copy();
        }
        return inplace(alteration, asked);
    }

    private static Way copy() {
        return new Way(Algorithm.COPY, DdlLock.SHARED, Work.REWRITE);
    }

    private static boolean copies(Alteration alteration, Set<Change> asked) {
        boolean losesKey = asked.contains(Change.DROP_PRIMARY_KEY) && !asked.contains(Change.ADD_PRIMARY_KEY);
        boolean silently = !alteration.strict() && asked.contains(Change.MAKE_NOT_NULL);
        return Change.any(asked, COPIES) || losesKey || silently;
    }

    private boolean isInstant(TableShape shape, Set<Change> asked) {
        if (asked.isEmpty()) {
            return true;
        }
        if (!INSTANT_COLUMNS.containsAll(asked)) {
            return false;
        }
        boolean renames = asked.contains(Change.RENAME_COLUMN);
        if (renames && !server.atLeast(8, 0, INSTANT_RENAME)) {
            return false;
        }
        boolean adds = asked.contains(Change.ADD_COLUMN);
        boolean drops = asked.contains(Change.DROP_COLUMN);
        boolean virtual = Change.any(asked, VIRTUAL);
        if (!adds && !drops) {
            return !asked.contains(Change.MOVE_COLUMN)
                    && !asked.contains(Change.SHIFT_VIRTUAL_COLUMN)
                    && !(renames && virtual);
        }
        return !(renames && virtual)
                && !(adds && asked.contains(Change.DROP_VIRTUAL_COLUMN))
                && (server.atLeast(8, 0, INSTANT_ANYWHERE) || (!drops && !asked.contains(Change.ADD_COLUMN_BETWEEN)))
                && server.atLeast(8, 0, INSTANT)
                && takesInstantColumns(shape);
    }

    private boolean takesInstantColumns(TableShape shape) {
        return !shape.fulltext()
                && !shape.fulltextDropped()
                && !shape.compressed()
                && shape.rowVersions() < rowVersions(server);
    }

    /** Returns how often columns can come and go INSTANT before the table must be rebuilt. */
    static int rowVersions(ServerFacts server) {
        return server.atLeast(9, 1, 0) ? ROW_VERSIONS_SINCE_9_1 : ROW_VERSIONS;
    }

    private static boolean mixesVirtual(Set<Change> asked) {
        return asked.contains(Change.SHIFT_VIRTUAL_COLUMN)
                || (Change.any(asked, VIRTUAL) && !BESIDE_VIRTUAL.containsAll(asked));
    }

    private static Way inplace(Alteration alteration, Set<Change> asked) {
        boolean firstFulltext = asked.contains(Change.ADD_FULLTEXT)
                && !alteration.shape().fulltext()
                && !alteration.shape().fulltextDropped();
        boolean optionAmongOthers = asked.contains(Change.SET_OPTION) && asked.size() > 1;
        boolean rebuilds = Change.any(asked, REBUILDS) || firstFulltext || optionAmongOthers;
        // It makes one FULLTEXT index at a time, and says so where the table has one that would be made anew.
        if (rebuilds
                && alteration.keepsFulltext()
                && !asked.contains(Change.ADD_AUTO_INCREMENT)
                && !asked.contains(Change.ADD_FULLTEXT)) {
            return copy();
        }
        Work work = rebuilds ? Work.REWRITE : Change.any(asked, BUILDS) ? Work.INDEX_BUILD : Work.METADATA;
        Way way = new Way(Algorithm.INPLACE, DdlLock.NONE, work);
        boolean stops = Change.any(asked, STOPS_WRITERS)
                || (rebuilds && alteration.shape().spatial());
        return stops ? way.shared() : way;
    }
}
