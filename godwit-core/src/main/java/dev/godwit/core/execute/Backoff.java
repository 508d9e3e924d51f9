package dev.godwit.core.execute;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Pauses that double from a tenth of a second up to five seconds, each between half and all of that, until the patience is used up. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Clock clock;
    private final RandomGenerator random;
    private final Instant end;
    private Duration ceiling = FIRST;
    private int attempts;

    Backoff(Clock clock, RandomGenerator random, Duration patience) {
        this.clock = clock;
        this.random = random;
        this.end = clock.instant().plus(patience);
    }

    /** Returns the next pause; empty when it would end after the patience. */
    Optional<Duration> next() {
        attempts++;
        long half = ceiling.toMillis() / 2;
        Duration pause = Duration.ofMillis(half + random.nextLong(half + 1));
        ceiling = ceiling.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : ceiling.multipliedBy(2);
        return clock.instant().plus(pause).isAfter(end) ? Optional.empty() : Optional.of(pause);
    }

    int attempts() {
        return attempts;
    }
}
