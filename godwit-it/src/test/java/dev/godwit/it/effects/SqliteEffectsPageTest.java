package dev.godwit.it.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SqliteEffectsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "effects", "sqlite.md");

    @Test
    void thePageShowsWhatTheModelPredicts() throws IOException {
        String wanted = new SqliteEffectsPage().text();
        if (System.getProperty("godwit.docs.update") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }
}
