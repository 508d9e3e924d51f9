package dev.godwit.it;

import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A run in a process of its own that is killed with SIGKILL at one of the instants that events mark. */
public final class CrashingRun {
    private static final long FIRST_BATCH = 16;

    private CrashingRun() {}

    /**
     * Runs {@code migrate}, {@code rollback}, {@code plan} (a migrate that is planned) or {@code contract}.
     *
     * @param args URL, folder, command, and the number of the instant, counted from 1; 0 for none
     */
    public static void main(String[] args) {
        int crashAt = Integer.parseInt(args[3]);
        AtomicInteger instants = new AtomicInteger();
        var godwit = Migrations.godwit(args[0], Path.of(args[1]), event -> {
            if (isInstant(event) && instants.incrementAndGet() == crashAt) {
                killSelf();
            }
        });
        switch (args[2]) {
            case "migrate" -> godwit.migrate(Optional.empty(), RunMode.RUN);
            case "plan" -> godwit.migrate(Optional.empty(), RunMode.RUN, Optional.of(Migrations.LINT));
            case "rollback" -> godwit.rollback(new RollbackTarget.Steps(100), RunMode.RUN);
            case "undo" -> godwit.rollback(new RollbackTarget.Steps(1), RunMode.RUN);
            case "contract" -> godwit.contract(Optional.empty(), RunMode.RUN);
            default -> throw new IllegalArgumentException(args[2]);
        }
    }

    /** Tells whether a process can be killed at this event with the effect that matters. */
    static boolean isInstant(Event event) {
        return switch (event) {
            case Event.MigrationStarted started -> true;
            case Event.UnitStarted started -> true;
            case Event.IntentWritten intent -> true;
            case Event.EffectDone effect -> true;
            // How many batches lie between the first and the last depends on how long each takes.
            case Event.Progress progress -> progress.done() <= FIRST_BATCH || progress.done() == progress.total();
            case Event.UnitFinished finished -> true;
            case Event.MigrationFinished finished -> true;
            case Event.Connected other -> false;
            case Event.FolderNoted other -> false;
            case Event.ConnectRetry other -> false;
            case Event.WaitingForRunner other -> false;
            case Event.RunStarted other -> false;
            case Event.Resuming other -> false;
            case Event.LockRetry other -> false;
            case Event.MigrationFailed other -> false;
            case Event.Stopping other -> false;
        };
    }

    private static void killSelf() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
            new CountDownLatch(1).await();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
