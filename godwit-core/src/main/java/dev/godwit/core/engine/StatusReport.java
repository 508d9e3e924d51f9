package dev.godwit.core.engine;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where a database stands against a folder.
 *
 * @param url without the password
 * @param migrations in the order of the folder, then those that only the history knows
 * @param problems what {@code migrate} would refuse
 * @param notes what it would tell and run all the same
 * @param kept those whose steps were recorded, and are taken back by them
 */
public record StatusReport(
        String url,
        ServerVersion version,
        String format,
        Path directory,
        List<MigrationStatus> migrations,
        List<Problem> problems,
        List<Problem> notes,
        Set<MigrationId> kept) {
    public StatusReport {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        kept = Set.copyOf(kept);
    }

    /** Tells whether a migration of the folder can be taken back. */
    public boolean hasWayBack(MigrationStatus status) {
        return status.migration().filter(file -> file.down().isPresent()).isPresent() || kept.contains(status.id());
    }

    /** Returns how many are in that state. */
    public long count(MigrationStatus.State state) {
        return migrations.stream().filter(status -> status.state() == state).count();
    }
}
