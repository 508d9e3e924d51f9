package dev.godwit.core.execute;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens during a run, in order and as it happens: the one stream that terminal, JSON output and tests read. Listeners are
 * called on the thread that works, so what a listener throws stops the work.
 */
public sealed interface Event {
    /** A session is open. */
    record Connected(DatabaseUrl url, ServerVersion version) implements Event {}

    /** Something in the folder that a user must know, though the folder can be run; told once a run. */
    record FolderNoted(Problem note) implements Event {}

    /** The server was not to be had; another try follows after {@code pause}. */
    record ConnectRetry(DatabaseUrl url, String cause, int attempt, int attempts, Duration pause) implements Event {}

    /** Another runner works on this database; told once for each holder. */
    record WaitingForRunner(Optional<RunnerLock.Owner> owner) implements Event {}

    /** A run of {@code total} migrations begins; {@code applied} are in the database already. */
    record RunStarted(Direction direction, int total, int applied) implements Event {}

    /** A migration begins, the {@code number}th of {@code total}. */
    record MigrationStarted(Migration migration, Direction direction, int number, int total) implements Event {}

    /** A migration that was left half done goes on: {@code done} of its {@code units} are proved done. */
    record Resuming(Migration migration, int done, int units) implements Event {}

    /** A unit of work begins; {@code sql} is its first statement, shortened. */
    record UnitStarted(Migration migration, int unit, int units, String sql) implements Event {}

    /** The journal says that the unit is about to be done. */
    record IntentWritten(Migration migration, int unit) implements Event {}

    /** The unit's statements have been carried out; in a transaction they are not committed yet. */
    record EffectDone(Migration migration, int unit) implements Event {}

    /** Of a long unit, {@code done} of {@code total} is committed; in units of the product's own, such as blocks. */
    record Progress(Migration migration, int unit, long done, long total, Duration remaining) implements Event {}

    /** The unit and its record are committed. */
    record UnitFinished(Migration migration, int unit, int units, Duration took) implements Event {}

    /** A lock was not to be had within the stall budget; nobody waits behind us while we pause. */
    record LockRetry(Migration migration, int attempt, Duration pause, String cause, List<String> blockers)
            implements Event {
        public LockRetry {
            blockers = List.copyOf(blockers);
        }
    }

    /** A migration is done and recorded. */
    record MigrationFinished(Migration migration, Direction direction, Duration took) implements Event {}

    /** A migration failed; the exception that follows says why. */
    record MigrationFailed(Migration migration, Direction direction, Duration took) implements Event {}

    /** The user has asked to stop: work ends at the next safe point. */
    record Stopping() implements Event {}
}
