package dev.godwit.core.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownVersionsTest {
    private static final KnownVersions VERSIONS = KnownVersions.of("mysql", 2, List.of("8.0.44", "8.4.7"));

    private static String found(String text) {
        return VERSIONS.find(text)
                .map(version -> version.major() + "." + version.minor() + "." + version.patch() + " as " + version)
                .orElse("none");
    }

    @Test
    void aLineMeansItsNewestRelease() {
        assertThat(found("8.0")).isEqualTo("8.0.44 as 8.0");
        assertThat(found("8")).isEqualTo("8.4.7 as 8.4");
        assertThat(VERSIONS.newest().text()).isEqualTo("8.4");
    }

    @Test
    void oneReleaseOfALineIsTakenAtItsWord() {
        assertThat(found("8.0.11")).isEqualTo("8.0.11 as 8.0.11");
        assertThat(KnownVersions.of("postgres", 1, List.of("16")).find("16.4")).hasValueSatisfying(version -> {
            assertThat(version.minor()).isEqualTo(4);
            assertThat(version.atLeast(16)).isTrue();
        });
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertThat(found("8.1")).isEqualTo("none");
        assertThat(found("80")).isEqualTo("none");
        assertThat(found("")).isEqualTo("none");
        assertThat(found("8.0-log")).isEqualTo("none");
        assertThat(VERSIONS.text()).isEqualTo("8.0, 8.4");
    }
}
