package dev.godwit.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.InvalidMigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFormatTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    @TempDir
    Path directory = Path.of("set by JUnit");

    @Test
    void namesANewMigrationByTimeAndWords() {
        assertThat(create(" Add phone (E.164)").files()).containsOnlyKeys("20260115093000_add_phone_e_164.sql");
        assertThat(create("größe").files()).containsOnlyKeys("20260115093000_größe.sql");
        assertThat(create("x").files().values().iterator().next()).contains("\n-- godwit:down\n");
    }

    @Test
    void neverNamesAVersionThatIsThereOrPassed() throws IOException {
        Files.writeString(directory.resolve("20260115093007_later.sql"), "");
        assertThat(create("b").files()).containsOnlyKeys("20260115093008_b.sql");
    }

    @Test
    void refusesANameWithoutALetter() {
        assertThatThrownBy(() -> create("--")).isInstanceOf(InvalidMigrationException.class);
    }

    private MigrationFormat.NewMigration create(String name) {
        return new NativeFormat().create(name, NOW, FolderListing.of(directory));
    }
}
