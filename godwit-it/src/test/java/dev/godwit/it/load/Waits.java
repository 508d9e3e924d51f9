package dev.godwit.it.load;

import java.time.Duration;
import java.util.Arrays;

/** How long requests took, each from when it was due, and when that was. */
final class Waits {
    private long[] due = new long[1 << 14];
    private long[] took = new long[1 << 14];
    private int count;

    synchronized void add(long dueNanos, long tookNanos) {
        if (count == due.length) {
            due = Arrays.copyOf(due, count * 2);
            took = Arrays.copyOf(took, count * 2);
        }
        due[count] = dueNanos;
        took[count++] = tookNanos;
    }

    synchronized int count() {
        return count;
    }

    /** Returns the waits of the requests that were due between two times, in order of length. */
    private synchronized long[] between(long from, long to) {
        long[] found = new long[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (due[i] >= from && due[i] < to) {
                found[size++] = took[i];
            }
        }
        long[] sorted = Arrays.copyOf(found, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns the longest wait of the requests that were due between two times of {@link System#nanoTime}. */
    Duration longest(long from, long to) {
        return share(1, from, to);
    }

    /** Returns the time within which the given share of the requests was answered. */
    Duration share(double share, long from, long to) {
        long[] sorted = between(from, to);
        return sorted.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)]);
    }

    int requests(long from, long to) {
        return between(from, to).length;
    }
}
