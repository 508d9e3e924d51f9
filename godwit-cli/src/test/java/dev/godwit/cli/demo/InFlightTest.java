package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InFlightTest {
    private static final long LATER = Duration.ofHours(1).toNanos();

    @Test
    void isNotSettledWhileOneConnectionIsAtAnOldRequest() {
        long now = System.nanoTime();
        InFlight inFlight = new InFlight(2, now);
        inFlight.next(0, now + LATER);

        assertThat(inFlight.settle(Duration.ofMillis(20))).isFalse();
        inFlight.next(1, now + LATER);
        assertThat(inFlight.settle(Duration.ZERO)).isTrue();
    }
}
