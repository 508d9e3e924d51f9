package dev.godwit.core.history;

import dev.godwit.core.migration.MigrationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One migration that a history table tells of, in the order of the table.
 *
 * @param checksum as recorded; empty where the table has none
 * @param by who ran it, as recorded
 */
public record AppliedMigration(
        MigrationId id,
        String description,
        State state,
        Optional<String> checksum,
        Optional<Instant> at,
        Optional<Duration> took,
        Optional<String> by) {

    /** What the table says of it. */
    public enum State {
        APPLIED,
        /** Its tool failed in the midst of it, or is at it. */
        FAILED,
        /** A mark below which nothing is run. */
        BASELINE
    }

    /** Makes an applied one of which only the id is known. */
    public static AppliedMigration of(MigrationId id, String description) {
        return new AppliedMigration(
                id, description, State.APPLIED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
