package dev.godwit.core.execute;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A request to stop, made from any thread (a signal handler, say) and looked at by the runner at each safe point. What can be undone
 * by the server, that is a transaction, is cancelled at once.
 */
public final class StopSignal {
    // What cancels the unit that runs now; null where nothing can be cancelled.
    private final AtomicReference<@Nullable Runnable> cancel = new AtomicReference<>();
    private final CountDownLatch requested = new CountDownLatch(1);

    /** Asks for the stop; a transaction that runs now is cancelled. */
    public void request() {
        requested.countDown();
        Runnable action = cancel.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }

    /** Tells whether a stop was asked for. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits for {@code time} unless a stop is asked for; tells whether it was. */
    public boolean await(Duration time) {
        try {
            return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Has {@code action} run if a stop is asked for before {@link #endCancellable}. */
    void beginCancellable(Runnable action) {
        cancel.set(action);
    }

    /** Ends what {@link #beginCancellable} began. */
    void endCancellable() {
        cancel.set(null);
    }
}
