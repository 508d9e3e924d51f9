package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void findsTheLongestOfEachTime() {
        add(0, 5);
        add(10, 90);
        add(20, 7);

        assertThat(latencies.between(0, 30).longest()).isEqualTo(Duration.ofMillis(90));
        assertThat(latencies.between(0, 10).longest()).isEqualTo(Duration.ofMillis(5));
        assertThat(latencies.between(20, 30).longest()).isEqualTo(Duration.ofMillis(7));
        assertThat(latencies.between(30, 40).longest()).isEqualTo(Duration.ZERO);
        assertThat(latencies.count()).isEqualTo(3);
    }

    @Test
    void tellsTheTimeWithinWhichAShareWasAnswered() {
        for (int i = 2_000; i >= 1; i--) {
            add(0, i);
        }

        assertThat(latencies.between(0, 1).within(0.99)).isEqualTo(Duration.ofMillis(1_980));
    }

    private void add(long due, int millis) {
        latencies.add(due, Duration.ofMillis(millis).toNanos());
    }
}
