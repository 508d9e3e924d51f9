package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void findsTheLongestOfAllAndOfEachWindow() {
        add(5);
        add(90);
        assertThat(latencies.longestOfWindow()).isEqualTo(Duration.ofMillis(90));
        add(7);
        assertThat(latencies.longestOfWindow()).isEqualTo(Duration.ofMillis(7));
        assertThat(latencies.longestOfWindow()).isEqualTo(Duration.ZERO);
        assertThat(latencies.longest()).isEqualTo(Duration.ofMillis(90));
        assertThat(latencies.count()).isEqualTo(3);
    }

    @Test
    void tellsTheTimeWithinWhich99Of100WereDone() {
        for (int i = 2_000; i >= 1; i--) {
            add(i);
        }

        assertThat(latencies.within99Percent()).isEqualTo(Duration.ofMillis(1_980));
    }

    @Test
    void forgetsWhatWasBeforeItsClearing() {
        add(50);
        latencies.clear();

        assertThat(latencies.count()).isZero();
        assertThat(latencies.longest()).isEqualTo(Duration.ZERO);
        assertThat(latencies.within99Percent()).isEqualTo(Duration.ZERO);
    }

    private void add(int millis) {
        latencies.add(Duration.ofMillis(millis));
    }
}
