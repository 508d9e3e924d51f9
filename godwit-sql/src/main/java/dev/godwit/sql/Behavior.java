package dev.godwit.sql;

/** What happens to what depends on a dropped object. */
public enum Behavior {
    /** Nothing is said: the product decides. */
    UNSAID,
    RESTRICT,
    CASCADE
}
