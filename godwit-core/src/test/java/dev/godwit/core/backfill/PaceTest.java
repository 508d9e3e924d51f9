package dev.godwit.core.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
    @Test
    void growsNoMoreThanTwiceAtOnce() {
        Pace pace = new Pace(Duration.ofMillis(50), 16);
        pace.took(16, Duration.ofNanos(1));
        assertThat(pace.size()).isEqualTo(32);
    }

    @Test
    void shrinksAtOnceToWhatFitsTheTime() {
        Pace pace = new Pace(Duration.ofMillis(50), 1000);
        pace.took(1000, Duration.ofSeconds(5));
        assertThat(pace.size()).isEqualTo(10);
    }

    @Test
    void goesOnHoweverSlowTheServerIs() {
        Pace pace = new Pace(Duration.ofMillis(50), 16);
        pace.took(16, Duration.ofHours(1));
        assertThat(pace.size()).isEqualTo(1);
        pace.took(0, Duration.ZERO);
        assertThat(pace.size()).isPositive();
    }
}
