package dev.godwit.core.effect;

import dev.godwit.sql.QualifiedName;

/**
 * What cannot be had back from the database.
 *
 * @param object the table or other object that loses it
 * @param part the column, constraint or index; empty where the object as a whole is lost
 */
public record Loss(Kind kind, QualifiedName object, String part) {
    /** What is lost. */
    public enum Kind {
        ROWS,
        TABLE,
        COLUMN,
        /** Values that the new type cannot hold. */
        NARROWED_VALUES,
        CONSTRAINT,
        INDEX,
        /** A schema, a database, a type …. */
        OBJECT
    }
}
