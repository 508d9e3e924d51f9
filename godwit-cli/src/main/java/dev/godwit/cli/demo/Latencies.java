package dev.godwit.cli.demo;

import java.time.Duration;
import java.util.Arrays;

/** How long requests took, from when they were due. Thread-safe. */
final class Latencies {
    private long[] nanos = new long[1024];
    private int count;
    private int windowStart;

    synchronized void add(Duration latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latency.toNanos();
    }

    /** Forgets all: what follows is counted. */
    synchronized void clear() {
        count = 0;
        windowStart = 0;
    }

    synchronized int count() {
        return count;
    }

    synchronized Duration longest() {
        return Duration.ofNanos(Arrays.stream(nanos, 0, count).max().orElse(0));
    }

    /** Returns the longest since the last call. */
    synchronized Duration longestOfWindow() {
        long longest = Arrays.stream(nanos, windowStart, count).max().orElse(0);
        windowStart = count;
        return Duration.ofNanos(longest);
    }

    /** Returns the time within which 99 of 100 were done. */
    synchronized Duration within99Percent() {
        if (count == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.ceil(count * 0.99) - 1]);
    }
}
