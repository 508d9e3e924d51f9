package dev.godwit.sql;

/** How long an object lives, and whether its changes are logged. */
public enum Persistence {
    PERMANENT,
    TEMPORARY,
    UNLOGGED
}
