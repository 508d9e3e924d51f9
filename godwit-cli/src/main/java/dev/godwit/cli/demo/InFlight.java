package dev.godwit.cli.demo;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The request that each connection is at, by the time when it is due, as {@link System#nanoTime} counts. How many are answered would not tell whether
 * an old one still waits, since others go on meanwhile. Thread-safe.
 */
public final class InFlight {
    private static final long LOOK_EVERY_NANOS = 1_000_000;

    private final AtomicLongArray due;

    /** Makes it with every connection at a request that is due at that time. */
    public InFlight(int connections, long dueNanos) {
        this.due = new AtomicLongArray(connections);
        for (int i = 0; i < connections; i++) {
            due.set(i, dueNanos);
        }
    }

    /** Notes that the connection has answered what it was at, and goes on to this. */
    public void next(int connection, long dueNanos) {
        due.set(connection, dueNanos);
    }

    /** Waits until all that is due by now is answered; tells whether it was within the limit. */
    public boolean settle(Duration limit) {
        long now = System.nanoTime();
        while (isOpen(now)) {
            if (System.nanoTime() - now > limit.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return true;
    }

    private boolean isOpen(long until) {
        for (int i = 0; i < due.length(); i++) {
            if (due.get(i) - until <= 0) {
                return true;
            }
        }
        return false;
    }
}
