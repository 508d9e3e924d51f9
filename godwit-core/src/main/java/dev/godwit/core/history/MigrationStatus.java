package dev.godwit.core.history;

import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import java.util.Optional;

/**
 * One migration as folder and history tell of it together.
 *
 * @param migration the file; empty where only the history knows it
 * @param entry the record; empty where only the folder knows it
 */
public record MigrationStatus(
        MigrationId id, State state, Optional<Migration> migration, Optional<AppliedMigration> entry) {

    /** Where a migration stands. */
    public enum State {
        /** Applied, and the file is what was applied. */
        APPLIED,
        /** Applied, and both the old and the new application work; what the old one needs is still to be removed. */
        EXPANDED,
        /** Not applied yet. */
        PENDING,
        /** Not applied, though a newer one is. */
        OUT_OF_ORDER,
        /** A repeatable one whose text has changed since. */
        CHANGED,
        /** Below the baseline: never run here. */
        BELOW_BASELINE,
        /** A run ended in its midst; the next one goes on. */
        INTERRUPTED,
        /** Recorded as failed by its tool. */
        FAILED,
        /** Applied, but the file was edited afterwards. */
        EDITED,
        /** Applied, but the file is gone. */
        MISSING
    }

    /** Returns the description from file or record. */
    public String description() {
        return migration
                .map(Migration::description)
                .or(() -> entry.map(AppliedMigration::description))
                .orElse("");
    }
}
