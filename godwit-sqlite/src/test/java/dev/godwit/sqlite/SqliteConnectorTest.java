package dev.godwit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteConnectorTest {
    @TempDir
    Path folder;

    private Session connect(String url) {
        return new SqliteConnector().connect(DatabaseUrl.parse(url), "test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:%s",
                "sqlite:%s",
                "sqlite://%s",
                "jdbc:sqlite:%s",
                "sqlite3://%s",
                "file://%s?connection_limit=1"
            })
    void makesTheFileThatAUrlNames(String form) {
        Path file = folder.resolve("a b.db");
        try (Session session = connect(form.formatted(file))) {
            session.execute("CREATE TABLE t (a)");
        }
        assertThat(file).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "foreign_keys=on, 1", "_fk=1, 1", "foreign_keys=off, 0"})
    void enforcesForeignKeysOnlyWhereTheUrlSaysSo(String query, int on) {
        try (Session session = connect("file:" + folder.resolve("f.db") + "?" + query)) {
            assertThat(session.first("PRAGMA foreign_keys", row -> row.getInt(1)))
                    .hasValue(on);
        }
    }

    @Test
    void leavesAFileAloneThatIsNoDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "remember the milk ".repeat(100));
        assertThatThrownBy(() -> connect("file:" + file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is no SQLite database");
        assertThat(file).content().startsWith("remember");
    }

    @Test
    void saysThatAFolderIsMissing() {
        assertThatThrownBy(() -> connect("file:" + folder.resolve("missing/app.db")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing\" does not exist. Create it or correct the URL");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> connect("file:" + folder)).hasMessageContaining("it is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite::memory:", "file::memory:?cache=shared", "file:x.db?mode=memory"})
    void refusesADatabaseOfWhichNothingWouldRemain(String url) {
        assertThatThrownBy(() -> connect(url)).hasMessageContaining("nothing would remain");
    }

    @Test
    void opensAFileForReadingOnlyWhereTheUrlSaysSo() {
        Path file = folder.resolve("r.db");
        try (Session session = connect("file:" + file)) {
            session.execute("CREATE TABLE t (a)");
        }
        try (Session session = connect("file:" + file + "?mode=ro")) {
            assertThatThrownBy(() -> session.execute("DROP TABLE t")).hasMessageContaining("readonly");
        }
    }
}
