package dev.godwit.mysql.effect;

import java.util.EnumSet;
import java.util.Set;

/** What an ALTER TABLE asks of the storage engine, as far as the way of doing it depends on it. */
public enum Change {
    /** A column that holds a value of its own. */
    ADD_COLUMN,
    /** … which is not the last. */
    ADD_COLUMN_BETWEEN,
    /** … for which there is no value in the rows that are there, as a DATE NOT NULL without a default. */
    ADD_COLUMN_WITHOUT_VALUE,
    /** … whose default is written as an expression. */
    ADD_COLUMN_WITH_EXPRESSION,
    /** … whose default differs from row to row. */
    ADD_COLUMN_WITH_ROW_VALUE,
    ADD_AUTO_INCREMENT,
    ADD_STORED_COLUMN,
    ADD_VIRTUAL_COLUMN,
    ADD_VIRTUAL_COLUMN_FIRST,
    DROP_COLUMN,
    DROP_VIRTUAL_COLUMN,
    /** Columns get another order. */
    MOVE_COLUMN,
    /** A virtual column gets another place, through whatever happens before it. */
    SHIFT_VIRTUAL_COLUMN,
    RENAME_COLUMN,
    /** … to which foreign keys of other tables refer. */
    RENAME_REFERENCED_COLUMN,
    /** Values that stand in the rows must be converted. */
    CHANGE_TYPE,
    /** Longer values are allowed, and those that are there stay as they are. */
    WIDEN,
    /** Another character set or collation under which values stay as they are. */
    RECODE,
    /** … and the order of an index does not. */
    RECODE_INDEXED,
    MAKE_NULLABLE,
    MAKE_NOT_NULL,
    /** A timestamp, whose NULLs become the time. */
    MAKE_TIMESTAMP_NOT_NULL,
    /** Default, comment, visibility, further members of an enum. */
    CHANGE_DEFAULT,
    GAIN_AUTO_INCREMENT,
    LOSE_AUTO_INCREMENT,
    CHANGE_VIRTUAL_EXPRESSION,
    CHANGE_INDEXED_VIRTUAL_EXPRESSION,
    ADD_INDEX,
    ADD_FUNCTIONAL_INDEX,
    /** On a virtual column that comes with it. */
    INDEX_NEW_VIRTUAL_COLUMN,
    INDEX_NEW_VIRTUAL_COLUMN_UNIQUELY,
    ADD_FULLTEXT,
    ADD_SECOND_FULLTEXT,
    ADD_SPATIAL,
    ADD_PRIMARY_KEY,
    DROP_PRIMARY_KEY,
    DROP_INDEX,
    RENAME_INDEX,
    SHOW_INDEX,
    ADD_FOREIGN_KEY,
    ADD_FOREIGN_KEY_UNCHECKED,
    DROP_FOREIGN_KEY,
    ADD_CHECK,
    /** At a column that is added or defined anew. */
    ADD_COLUMN_CHECK,
    DROP_CHECK,
    RENAME_TABLE,
    SWITCH_KEYS,
    /** Nothing but the dictionary, yet through the engine. */
    SET_OPTION,
    REBUILD,
    CHANGE_ENGINE,
    SORT_ROWS,
    ADD_VERSIONING,
    REPARTITION;

    static Set<Change> none() {
        return EnumSet.noneOf(Change.class);
    }

    static boolean any(Set<Change> changes, Set<Change> wanted) {
        return changes.stream().anyMatch(wanted::contains);
    }
}
