package dev.godwit.core.engine;

/** What a human found out about a migration that Godwit cannot judge. */
public enum Resolution {
    /** It is done: record it as applied and forget its journal. */
    APPLIED,
    /** It was taken back by hand: forget record and journal, so that it is pending again. */
    ROLLED_BACK
}
