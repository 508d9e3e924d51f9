package dev.godwit.core.execute;

import dev.godwit.core.db.DatabaseUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits for the runner lock by trying again and again, so that no lock queue ever forms behind it. */
public final class RunnerLockWait {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final RunnerLock lock;
    private final StopSignal stop;
    private final EventListener listener;
    private final Clock clock;

    public RunnerLockWait(RunnerLock lock, StopSignal stop, EventListener listener, Clock clock) {
        this.lock = lock;
        this.stop = stop;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Takes the lock, waiting up to {@code patience}.
     *
     * @throws LockTimeoutException if another runner has it all that time
     * @throws StoppedException if the user asked to stop
     */
    public RunnerLock.Lease acquire(DatabaseUrl url, String scope, RunnerLock.Owner self, Duration patience) {
        Instant end = clock.instant().plus(patience);
        Optional<RunnerLock.Owner> told = Optional.empty();
        boolean first = true;
        while (true) {
            switch (lock.tryAcquire(url, scope, self)) {
                case RunnerLock.Attempt.Acquired acquired -> {
                    return acquired.lease();
                }
                case RunnerLock.Attempt.Busy busy -> {
                    if (first || !busy.owner().equals(told)) {
                        listener.on(new Event.WaitingForRunner(busy.owner()));
                    }
                    told = busy.owner();
                    first = false;
                }
            }
            if (!clock.instant().plus(PAUSE).isBefore(end)) {
                throw new LockTimeoutException(
                        "cannot start: another runner works on " + url + " ("
                                + told.map(RunnerLock.Owner::toString).orElse("unknown")
                                + "). Wait for it, or allow more with --runner-wait",
                        null);
            }
            if (stop.await(PAUSE)) {
                throw new StoppedException("stopped while waiting for another runner; nothing was begun", null);
            }
        }
    }
}
