package dev.godwit.mysql.effect;

/** How a server changes a table, from best to worst; MySQL has no NOCOPY. */
enum Algorithm {
    /** Only the data dictionary changes. */
    INSTANT,
    /** The rows stay where they are; indexes may be built. */
    NOCOPY,
    /** The storage engine does it by itself, if need be into a new table. */
    INPLACE,
    /** Every row goes through the server into a new table. */
    COPY
}
