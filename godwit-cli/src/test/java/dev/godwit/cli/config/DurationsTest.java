package dev.godwit.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DurationsTest {
    @Test
    void readsWhatPeopleWrite() {
        assertThat(Durations.parse("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(Durations.parse(" 2 s ")).isEqualTo(Duration.ofSeconds(2));
        assertThat(Durations.parse("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(Durations.parse("1h")).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void refusesWhatHasNoUnitOrNoNumber() {
        for (String text : List.of("", "5", "ms", "-1s", "1.5s", "5 parsecs", "9999999999s")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Durations.parse(text))
                    .withMessage("\"%s\" is not a duration. Write it as 500ms, 2s, 5m or 1h", text);
        }
    }

    @Test
    void showsWhatPeopleRead() {
        assertThat(Durations.show(Duration.ZERO)).isEqualTo("0 ms");
        assertThat(Durations.show(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Durations.show(Duration.ofMillis(1_250))).isEqualTo("1.2 s");
        assertThat(Durations.show(Duration.ofMillis(59_999))).isEqualTo("59.9 s");
        assertThat(Durations.show(Duration.ofSeconds(60))).isEqualTo("1 min");
        assertThat(Durations.show(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Durations.show(Duration.ofMinutes(62))).isEqualTo("1 h 2 min");
    }
}
