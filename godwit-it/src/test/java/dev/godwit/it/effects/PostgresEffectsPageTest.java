package dev.godwit.it.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PostgresEffectsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "effects", "postgres.md");

    @Test
    void thePageShowsWhatTheModelPredicts() throws IOException {
        String wanted = new PostgresEffectsPage().text(Forms.of("postgres-forms.sql"));
        if (System.getProperty("godwit.docs.update") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }
}
