package dev.godwit.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainFolderTest {
    @TempDir
    private Path folder;

    private void write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, "SELECT 1;");
    }

    @Test
    void readsSqlInTheOrderOfNamesWithNumbersAsNumbers() throws IOException {
        write("10_b.sql");
        write("9_a.sql");
        write("011_c.sql");
        write("12/migration.sql");
        write("9_a.down.sql");
        write("12/down.sql");
        write("countdown.sql");
        write("readme.md");

        MigrationFolder read = PlainFolder.read(FolderListing.of(folder));

        assertThat(read.migrations())
                .extracting(Migration::file)
                .containsExactly("9_a.sql", "10_b.sql", "011_c.sql", "12/migration.sql", "countdown.sql");
        assertThat(read.notes())
                .singleElement()
                .asString()
                .contains("its 5 SQL files are read in the order of their names");
    }

    @Test
    void knowsWhichOtherToolsUseTransactions() throws IOException {
        write("0000_a.sql");
        assertThat(PlainFolder.isTransactional(FolderListing.of(folder))).isFalse();
        write("meta/_journal.json");
        assertThat(PlainFolder.isTransactional(FolderListing.of(folder))).isTrue();
    }
}
