package dev.godwit.core.catalog;

/** How long a table has been there, as seen from the migration that is being judged. */
public enum Age {
    /** This migration made it, and nothing has been put into it: nothing on it can hurt. */
    NEW,
    /** This migration made it and filled it by a query. */
    FILLED,
    /** An earlier migration made it, or it was found in the database: it is taken to be large and in use. */
    OLD
}
