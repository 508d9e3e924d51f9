package dev.godwit.cli.demo;

import java.time.Duration;
import java.util.Arrays;

/** How long requests took, from when they were due, which is counted as {@link System#nanoTime} does. Thread-safe. */
public final class Latencies {
    private long[] due = new long[1024];
    private long[] took = new long[1024];
    private int count;

    /** Notes a request that was due at that time and is answered now. */
    public synchronized void answered(long dueNanos) {
        add(dueNanos, System.nanoTime() - dueNanos);
    }

    synchronized void add(long dueNanos, long tookNanos) {
        if (count == due.length) {
            due = Arrays.copyOf(due, count * 2);
            took = Arrays.copyOf(took, count * 2);
        }
        due[count] = dueNanos;
        took[count++] = tookNanos;
    }

    /** Returns how many were answered so far. */
    public synchronized int count() {
        return count;
    }

    /** Returns the requests that were due from {@code from} up to but not including {@code to}. */
    public synchronized Window between(long from, long to) {
        long[] found = new long[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (due[i] >= from && due[i] < to) {
                found[size++] = took[i];
            }
        }
        long[] sorted = Arrays.copyOf(found, size);
        Arrays.sort(sorted);
        return new Window(sorted);
    }

    /** The requests of some time. */
    public static final class Window {
        private final long[] sorted;

        private Window(long[] sorted) {
            this.sorted = sorted;
        }

        /** Returns how many there were. */
        public int count() {
            return sorted.length;
        }

        /** Returns the longest wait; none if there was no request. */
        public Duration longest() {
            return within(1);
        }

        /** Returns the time within which that share of them was answered, from above 0 to 1. */
        public Duration within(double share) {
            return sorted.length == 0
                    ? Duration.ZERO
                    : Duration.ofNanos(sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)]);
        }
    }
}
