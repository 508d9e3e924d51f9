package dev.godwit.core.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final FakeClock clock = new FakeClock();

    @Test
    void doublesItsPausesUpToFiveSeconds() {
        List<Long> ceilings = List.of(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
        for (int seed = 0; seed < 50; seed++) {
            Backoff backoff = new Backoff(clock, new Random(seed), Duration.ofHours(1));
            for (long ceiling : ceilings) {
                assertThat(backoff.next().orElseThrow().toMillis()).isBetween(ceiling / 2, ceiling);
            }
            assertThat(backoff.attempts()).isEqualTo(ceilings.size());
        }
    }

    @Test
    void doesNotLetTwoRunnersPauseAlike() {
        List<Optional<Duration>> first = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            first.add(new Backoff(clock, new Random(seed), Duration.ofHours(1)).next());
        }
        assertThat(first.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void endsWithThePatience() {
        Backoff backoff = new Backoff(clock, new Random(1), Duration.ofSeconds(60));
        Duration waited = Duration.ZERO;
        for (Optional<Duration> pause = backoff.next(); pause.isPresent(); pause = backoff.next()) {
            waited = waited.plus(pause.get());
            clock.advance(pause.get());
        }
        assertThat(waited).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
    }

    @Test
    void triesOnceWithoutPatience() {
        Backoff backoff = new Backoff(clock, new Random(1), Duration.ZERO);
        assertThat(backoff.next()).isEmpty();
        assertThat(backoff.attempts()).isEqualTo(1);
    }
}
