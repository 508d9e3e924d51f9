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
    private CrashingRun() {}

    /**
     * Runs {@code migrate} or {@code rollback}.
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
        if (args[2].equals("rollback")) {
            godwit.rollback(new RollbackTarget.Steps(100), RunMode.RUN);
        } else {
            godwit.migrate(Optional.empty(), RunMode.RUN);
        }
    }

    /** Tells whether a process can be killed at this event with the effect that matters. */
    static boolean isInstant(Event event) {
        return switch (event) {
            case Event.MigrationStarted started -> true;
            case Event.UnitStarted started -> true;
            case Event.IntentWritten intent -> true;
            case Event.EffectDone effect -> true;
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
