package dev.godwit.core.engine;

import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The one entry point: what the command line, tests and embedding applications call. Every method opens its own sessions and closes
 * them; failures are {@link dev.godwit.sql.GodwitException}s.
 */
@SuppressWarnings({"DoNotCallSuggester", "unused"})
public final class Godwit {
    /**
     * Makes one.
     *
     * @param engines every product that is known
     * @param formats every layout that is known
     */
    public Godwit(
            List<Engine> engines,
            List<MigrationFormat> formats,
            GodwitSettings settings,
            EventListener listener,
            StopSignal stop,
            Clock clock) {}

    /**
     * Applies what is pending, up to and including {@code to}, else all.
     *
     * @throws dev.godwit.core.history.HistoryMismatchException if folder and database contradict each other
     * @throws dev.godwit.core.migration.InvalidMigrationException if the folder cannot be run
     */
    public RunReport migrate(Optional<MigrationId> to, RunMode mode) {
        throw new IllegalStateException();
    }

    /**
     * Takes migrations back by their down scripts, newest first. A dry run tells what would be done; asking the user before data is
     * lost is the front end's part.
     *
     * @throws dev.godwit.core.migration.InvalidMigrationException if one of them has no way back; nothing was changed then
     */
    public RunReport rollback(RollbackTarget target, RunMode mode) {
        throw new IllegalStateException();
    }

    /** Tells where the database stands; writes nothing. */
    public StatusReport status() {
        throw new IllegalStateException();
    }

    /** Tells what is wrong with the folder, and with the database against it; writes nothing. */
    public List<Problem> validate() {
        throw new IllegalStateException();
    }

    /**
     * Records that the database has every migration up to {@code last} (all, when empty), without running them.
     *
     * @return how many were recorded
     */
    public int baseline(Optional<MigrationId> last, RunMode mode) {
        throw new IllegalStateException();
    }

    /** Records a human's decision on one migration: an interrupted, failed, edited or missing one, or one that was applied by hand. */
    public void resolve(MigrationId id, Resolution resolution, RunMode mode) {
        throw new IllegalStateException();
    }

    /** Makes the files of a new migration in the layout of the folder, which is made too where it is missing; returns them. */
    public List<Path> create(String name, RunMode mode) {
        throw new IllegalStateException();
    }
}
