package dev.godwit.core.effect;

/** How a statement stands to transactions. */
public enum Transactionality {
    /** It takes part in a transaction and is undone with it. */
    TRANSACTIONAL,
    /** The server refuses it within a transaction, or it has no effect there. */
    OUTSIDE_ONLY,
    /** The server commits before and after it. */
    COMMITS_IMPLICITLY,
    /** It cannot be known from its text, as with a procedure call that may commit. */
    UNKNOWN
}
