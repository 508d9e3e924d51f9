package dev.godwit.core.plan;

import dev.godwit.core.catalog.Measures;
import dev.godwit.core.effect.Work;
import java.time.Duration;

/**
 * What a step has to do, by what the server says of the table.
 *
 * @param bytes read or written
 * @param time how long that takes about, at the rates that were measured on tables of some million rows on one core
 */
public record Estimate(long rows, long bytes, Duration time) {
    private static final long SCANNED = 400_000_000;
    private static final long INDEXED = 60_000_000;
    private static final long REWRITTEN = 100_000_000;
    /** Rows a second that are filled in place, with three indexes. */
    private static final long FILLED = 85_000;

    static Estimate of(Work work, Measures table) {
        long bytes = table.bytes() + (work == Work.REWRITE ? table.indexBytes() : 0);
        long rate = switch (work) {
            case METADATA, SCAN -> SCANNED;
            case INDEX_BUILD -> INDEXED;
            case REWRITE -> REWRITTEN;
        };
        return new Estimate(table.rows(), bytes, seconds((double) bytes / rate));
    }

    static Estimate ofFilling(Measures table) {
        return new Estimate(table.rows(), table.bytes(), seconds((double) table.rows() / FILLED));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    Estimate and(Estimate other) {
        return new Estimate(rows + other.rows, bytes + other.bytes, time.plus(other.time));
    }
}
