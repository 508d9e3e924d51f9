package dev.godwit.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepIdTest {
    // A stored id must mean the same to every later Godwit.
    @Test
    void isTheSameInEveryRunAndVersion() {
        assertThat(StepId.of(List.of("SELECT 1"))).hasToString("85f1ac9983155ca0cd06f4aeddf84049");
    }

    @Test
    void tellsListsApart() {
        assertThat(Stream.of(
                                List.<String>of(),
                                List.of(""),
                                List.of("a", "b"),
                                List.of("b", "a"),
                                List.of("ab"),
                                List.of("a", "", "b"),
                                List.of("A", "b"))
                        .map(StepId::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void digestsListsWithoutRunningThemTogether() {
        assertThat(Stream.of(List.of("a", "b"), List.of("ab"), List.of("", "ab"), List.of("ab", ""), List.<String>of())
                        .map(Digest::of))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }
}
