package dev.godwit.core.lint;

import java.util.Locale;

/** What a rule is about. */
public enum Category {
    /** A lock that others wait behind. */
    LOCK,
    /** All rows are read while others wait. */
    BLOCKING_SCAN,
    /** All rows are written anew. */
    REWRITE,
    /** Rows, values or guarantees are lost. */
    DATA_LOSS,
    /** The application that runs now breaks. */
    COMPATIBILITY,
    /** What is undone together and what is not. */
    TRANSACTION_SAFETY,
    /** Whether it can be run again after it has failed half-way. */
    IDEMPOTENCY,
    /** Whether it can be taken back. */
    REVERSIBILITY,
    /** Replicas, logical replication, change streams. */
    REPLICATION,
    /** Taste and habit; off unless it is asked for. */
    STYLE,
    /** The use of Godwit itself. */
    TOOL;

    /** Returns its name for people and programs. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
