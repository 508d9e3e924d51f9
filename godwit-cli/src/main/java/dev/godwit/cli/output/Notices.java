package dev.godwit.cli.output;

import dev.godwit.cli.config.Durations;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.RunnerLock;
import java.util.ArrayList;
import java.util.List;

/** Says for what a run waits, by whom it is kept waiting, when it tries again, and what a user must know besides. */
final class Notices {
    private Notices() {}

    /** Returns the lines that tell of a wait or a note; none for other events. */
    static List<String> lines(Event event) {
        return switch (event) {
            case Event.ConnectRetry retry ->
                List.of("  cannot reach " + retry.url() + " yet: " + retry.cause() + "; try " + (retry.attempt() + 1)
                        + " of " + (retry.attempts() + 1) + " follows in " + Durations.show(retry.pause()));
            case Event.WaitingForRunner waiting ->
                List.of("  waiting for another godwit on this database: " + owner(waiting));
            case Event.LockRetry retry -> lock(retry);
            case Event.FolderNoted noted -> List.of("  note: " + noted.note());
            case Event.Connected connected -> List.of();
            case Event.RunStarted started -> List.of();
            case Event.MigrationStarted started -> List.of();
            case Event.Resuming resuming -> List.of();
            case Event.UnitStarted started -> List.of();
            case Event.IntentWritten written -> List.of();
            case Event.EffectDone done -> List.of();
            case Event.Progress progress -> List.of();
            case Event.UnitFinished finished -> List.of();
            case Event.MigrationFinished finished -> List.of();
            case Event.MigrationFailed failed -> List.of();
            case Event.Stopping stopping -> List.of();
        };
    }

    static String owner(Event.WaitingForRunner waiting) {
        return waiting.owner().map(RunnerLock.Owner::toString).orElse("unknown host");
    }

    private static List<String> lock(Event.LockRetry retry) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + retry.migration().displayName() + " waits for a lock: " + retry.cause() + "; try "
                + (retry.attempt() + 1) + " follows in " + Durations.show(retry.pause()));
        retry.blockers().forEach(blocker -> lines.add("      held by " + blocker));
        return lines;
    }
}
