package dev.godwit.core.execute;

/** Which way a migration is run. */
public enum Direction {
    UP,
    DOWN,
    /** Forward, from where both applications work to where only the new one does. */
    CONTRACT
}
