package dev.godwit.core.effect;

import dev.godwit.sql.QualifiedName;

/**
 * What a running application may rely on and no longer can.
 *
 * @param object the table or other object
 * @param part the column, constraint or value; empty where the object as a whole is meant
 */
public record Breakage(Kind kind, QualifiedName object, String part) {
    /** What breaks. */
    public enum Kind {
        OBJECT_GONE,
        OBJECT_RENAMED,
        COLUMN_GONE,
        COLUMN_RENAMED,
        TYPE_CHANGED,
        /** An INSERT that does not mention the column fails from now on. */
        VALUE_DEMANDED,
        /** Values that were accepted are refused from now on. */
        VALUE_REFUSED,
        /** Readers may meet NULL, duplicates or orphans where they could not. */
        GUARANTEE_GONE,
        VALUE_RENAMED,
        /** A prepared statement that returns the table's columns fails once in each connection. */
        PREPARED_STATEMENTS
    }
}
