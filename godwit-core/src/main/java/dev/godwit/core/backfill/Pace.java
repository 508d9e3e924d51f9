package dev.godwit.core.backfill;

import java.time.Duration;

/** Steers the size of batches so that each takes about as long as it should, whatever the rows and the server are like. */
public final class Pace {
    private static final double MOST_GROWTH = 2;

    private final Duration wanted;
    private double size;

    /**
     * Makes one.
     *
     * @param wanted how long a batch should take
     * @param first the size of the first, which is small since nothing is known yet
     */
    public Pace(Duration wanted, long first) {
        this.wanted = wanted;
        this.size = first;
    }

    /** Returns the size of the next batch, at least 1. */
    public long size() {
        return Math.max(1, (long) size);
    }

    /** Learns how long a batch of {@code done} took. */
    public void took(long done, Duration time) {
        double perUnit = Math.max(1, time.toNanos()) / (double) Math.max(1, done);
        size = Math.max(1, Math.min(wanted.toNanos() / perUnit, size * MOST_GROWTH));
    }
}
