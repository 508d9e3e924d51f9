package dev.godwit.core.execute;

/** Which way a migration is run. */
public enum Direction {
    UP,
    DOWN
}
