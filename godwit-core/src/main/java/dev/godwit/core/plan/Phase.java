package dev.godwit.core.plan;

/** When a step is run. */
public enum Phase {
    /** Only adds, and does the long work: afterwards the old and the new application both work. */
    EXPAND,
    /** Removes what the old application used; run when that is gone. */
    CONTRACT
}
