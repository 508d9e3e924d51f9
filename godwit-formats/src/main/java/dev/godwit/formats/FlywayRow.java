package dev.godwit.formats;

import dev.godwit.core.history.AppliedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One row of Flyway's table; {@code version} is empty for a repeatable migration. */
record FlywayRow(
        int rank,
        Optional<String> version,
        String description,
        String type,
        Optional<String> checksum,
        Optional<Instant> at,
        Duration took,
        AppliedMigration.State state,
        Optional<String> by) {}
