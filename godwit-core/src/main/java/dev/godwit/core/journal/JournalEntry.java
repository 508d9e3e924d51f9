package dev.godwit.core.journal;

/**
 * What the journal says of one unit of a migration.
 *
 * @param unit counted from 0
 * @param stepId digest of the unit's statements
 * @param fingerprint of the objects that it names, taken before it; empty for a transaction
 * @param session the server session that works on it
 */
public record JournalEntry(int unit, StepId stepId, State state, String fingerprint, String session) {
    /** How far it is. */
    public enum State {
        /** About to be done: whether it is, must be seen. */
        INTENT,
        DONE,
        /** It failed, but not without a trace. */
        BROKEN
    }
}
