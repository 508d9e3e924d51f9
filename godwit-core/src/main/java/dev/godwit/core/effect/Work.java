package dev.godwit.core.effect;

/** What a statement has to do with the rows of a table, from least to most. */
public enum Work {
    /** Nothing: only the catalog is changed. */
    METADATA,
    /** Reads all rows. */
    SCAN,
    /** Reads all rows and builds an index of them. */
    INDEX_BUILD,
    /** Writes all rows and their indexes anew. */
    REWRITE
}
