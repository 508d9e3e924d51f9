package dev.godwit.core.execute;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A request to stop, made from any thread (a signal handler, say) and looked at by the runner at each safe point. What can be undone
 * by the server, that is a transaction, is cancelled at once.
 */
public final class StopSignal {
    private static final Runnable NOTHING = () -> {};

    // The cancel action of the unit that runs now; null once the stop is requested.
    private final AtomicReference<@Nullable Runnable> cancel = new AtomicReference<>(NOTHING);

    /** Asks for the stop; a transaction that runs now is cancelled. */
    public void request() {
        Runnable action = cancel.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }

    /** Tells whether a stop was asked for. */
    public boolean isRequested() {
        return cancel.get() == null;
    }

    /** Runs {@code action} if a stop is asked for before {@link #endCancellable}; false if it was asked for already. */
    boolean beginCancellable(Runnable action) {
        return cancel.compareAndSet(NOTHING, action);
    }

    /** Ends what {@link #beginCancellable} began. */
    void endCancellable() {
        cancel.updateAndGet(action -> action == null ? null : NOTHING);
    }
}
