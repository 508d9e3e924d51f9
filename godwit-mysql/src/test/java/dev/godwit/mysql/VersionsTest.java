package dev.godwit.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.effect.ServerVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
    @ParameterizedTest
    @CsvSource({
        "8.0.33, mysql, 8, 0, 33",
        "8.4.0-commercial, mysql, 8, 4, 0",
        "11.4.5-MariaDB, mariadb, 11, 4, 5",
        "5.5.5-10.11.5-MariaDB-log, mariadb, 10, 11, 5",
    })
    void readsWhatServersSay(String text, String product, int major, int minor, int patch) {
        assertThat(Versions.parse(text)).isEqualTo(new ServerVersion(product, major, minor, patch, text));
    }

    @Test
    void refusesWhatIsNoVersion() {
        assertThatThrownBy(() -> Versions.parse("proxy")).hasMessageContaining("\"proxy\" is not known");
    }
}
