package dev.godwit.mysql.effect;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.Work;
import java.util.EnumSet;
import java.util.Set;

/** The best way that MariaDB knows for a set of changes; each rule seen on 11.4.5. Copies let others write since 11.2. */
final class MariadbLadder {
    private static final Set<Change> COPIES = EnumSet.of(
            Change.CHANGE_TYPE,
            Change.ADD_STORED_COLUMN,
            Change.ADD_COLUMN_WITH_ROW_VALUE,
            Change.GAIN_AUTO_INCREMENT,
            Change.MAKE_TIMESTAMP_NOT_NULL,
            Change.CHANGE_INDEXED_VIRTUAL_EXPRESSION,
            Change.INDEX_NEW_VIRTUAL_COLUMN_UNIQUELY,
            Change.ADD_SECOND_FULLTEXT,
            Change.ADD_FOREIGN_KEY,
            Change.ADD_CHECK,
            Change.CHANGE_ENGINE,
            Change.SORT_ROWS,
            Change.ADD_VERSIONING,
            Change.REPARTITION);
    private static final Set<Change> COLUMNS = EnumSet.of(
            Change.ADD_COLUMN,
            Change.ADD_COLUMN_BETWEEN,
            Change.ADD_COLUMN_WITH_EXPRESSION,
            Change.ADD_COLUMN_WITHOUT_VALUE,
            Change.DROP_COLUMN,
            Change.MOVE_COLUMN);
    private static final Set<Change> REBUILDS = EnumSet.of(
            Change.ADD_AUTO_INCREMENT,
            Change.MAKE_NOT_NULL,
            Change.ADD_PRIMARY_KEY,
            Change.DROP_PRIMARY_KEY,
            Change.REBUILD);
    private static final Set<Change> BUILDS = EnumSet.of(
            Change.ADD_INDEX,
            Change.INDEX_NEW_VIRTUAL_COLUMN,
            Change.ADD_FULLTEXT,
            Change.ADD_SPATIAL,
            Change.RECODE_INDEXED);
    private static final Set<Change> STOPS_WRITERS = EnumSet.of(
            Change.ADD_AUTO_INCREMENT, Change.INDEX_NEW_VIRTUAL_COLUMN, Change.ADD_FULLTEXT, Change.ADD_SPATIAL);
    private static final Set<Change> VIRTUAL =
            EnumSet.of(Change.ADD_VIRTUAL_COLUMN, Change.ADD_VIRTUAL_COLUMN_FIRST, Change.DROP_VIRTUAL_COLUMN);
    // What may stand beside a virtual column that is added or dropped in place.
    private static final Set<Change> BESIDE_VIRTUAL = EnumSet.of(
            Change.ADD_VIRTUAL_COLUMN,
            Change.ADD_VIRTUAL_COLUMN_FIRST,
            Change.DROP_VIRTUAL_COLUMN,
            Change.INDEX_NEW_VIRTUAL_COLUMN,
            Change.ADD_INDEX,
            Change.DROP_INDEX,
            Change.DROP_COLUMN,
            Change.SHIFT_VIRTUAL_COLUMN);
    private static final Set<Change> SIMPLE = EnumSet.of(Change.RENAME_TABLE, Change.SWITCH_KEYS);
    // An option beside these is no longer one that the dictionary alone takes.
    private static final Set<Change> NOT_WITH_OPTION = EnumSet.of(
            Change.RENAME_COLUMN,
            Change.RENAME_REFERENCED_COLUMN,
            Change.RENAME_INDEX,
            Change.SHOW_INDEX,
            Change.DROP_FOREIGN_KEY,
            Change.WIDEN,
            Change.RECODE);

    private final DdlLock copyLock;

    MariadbLadder(ServerVersion version) {
        this.copyLock = version.atLeast(11, 2) ? DdlLock.NONE : DdlLock.SHARED;
    }

    Way way(Alteration alteration) {
        Set<Change> asked = alteration.changes();
        if (!asked.isEmpty() && SIMPLE.containsAll(asked)) {
            return new Way(Algorithm.INSTANT, DdlLock.EXCLUSIVE, Work.METADATA);
        }
        Way way = copies(alteration) ? new Way(Algorithm.COPY, copyLock, Work.REWRITE) : withoutCopy(alteration);
        return stopsWriters(alteration, way) ? way.shared() : way;
    }

    private static boolean copies(Alteration alteration) {
        Set<Change> asked = alteration.changes();
        TableShape shape = alteration.shape();
        boolean losesKey = asked.contains(Change.DROP_PRIMARY_KEY) && !asked.contains(Change.ADD_PRIMARY_KEY);
        boolean fillsNulls =
                asked.contains(Change.MAKE_NOT_NULL) && (shape.storedGenerated() || shape.virtualIndexed());
        boolean mixesVirtual = Change.any(asked, VIRTUAL) && !BESIDE_VIRTUAL.containsAll(asked);
        boolean shifts = asked.contains(Change.SHIFT_VIRTUAL_COLUMN) && !shiftsInstantly(alteration);
        return Change.any(asked, COPIES) || losesKey || fillsNulls || mixesVirtual || shifts;
    }

    // Only dropping lets virtual columns take another place.
    private static boolean shiftsInstantly(Alteration alteration) {
        Set<Change> asked = alteration.changes();
        return !asked.contains(Change.ADD_COLUMN)
                && !asked.contains(Change.ADD_VIRTUAL_COLUMN)
                && !asked.contains(Change.ADD_VIRTUAL_COLUMN_FIRST)
                && !asked.contains(Change.ADD_COLUMN_BETWEEN)
                && !asked.contains(Change.MOVE_COLUMN)
                && !Change.any(asked, REBUILDS)
                && takesInstantColumns(alteration);
    }

    private static boolean takesInstantColumns(Alteration alteration) {
        TableShape shape = alteration.shape();
        return !shape.fulltext()
                && !shape.fulltextDropped()
                && !shape.compressed()
                && !shape.virtualIndexed()
                && !Change.any(alteration.changes(), BUILDS);
    }

    private static Way withoutCopy(Alteration alteration) {
        Set<Change> asked = alteration.changes();
        TableShape shape = alteration.shape();
        boolean firstFulltext = asked.contains(Change.ADD_FULLTEXT) && !shape.fulltext() && !shape.fulltextDropped();
        boolean rebuilds = Change.any(asked, REBUILDS)
                || (asked.contains(Change.MAKE_NULLABLE) && !shape.redundant())
                || firstFulltext
                || (Change.any(asked, COLUMNS) && !takesInstantColumns(alteration));
        if (rebuilds) {
            return new Way(Algorithm.INPLACE, DdlLock.NONE, Work.REWRITE);
        }
        if (Change.any(asked, BUILDS)) {
            return new Way(Algorithm.NOCOPY, DdlLock.NONE, Work.INDEX_BUILD);
        }
        boolean optionAmongOthers =
                asked.contains(Change.SET_OPTION) && Change.any(asked, NOT_WITH_OPTION) && !Change.any(asked, COLUMNS);
        return asked.contains(Change.DROP_INDEX) || optionAmongOthers
                ? new Way(Algorithm.NOCOPY, DdlLock.NONE, Work.METADATA)
                : new Way(Algorithm.INSTANT, DdlLock.NONE, Work.METADATA);
    }

    private static boolean stopsWriters(Alteration alteration, Way way) {
        TableShape shape = alteration.shape();
        boolean rebuildsInplace = way.algorithm() == Algorithm.INPLACE
                && (alteration.keepsFulltext() || shape.virtualIndexed() || shape.spatial());
        boolean stops = Change.any(alteration.changes(), STOPS_WRITERS) && way.algorithm() != Algorithm.COPY;
        return stops || alteration.changes().contains(Change.GAIN_AUTO_INCREMENT) || rebuildsInplace;
    }
}
