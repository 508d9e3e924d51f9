package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.execute.Event;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that cannot be run: one clear message each, and the database is as it was. */
final class BadFolderIT {
    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh(Product.SQLITE);

    @BeforeEach
    void applyOne() {
        Migrations.write(folder, Map.of("2_first.sql", "CREATE TABLE first (id int);"));
        Migrations.migrate(database, folder);
    }

    private GodwitException failure(ErrorCode code) {
        return failure(code, folder);
    }

    private GodwitException failure(ErrorCode code, Path directory) {
        String before = everything();
        GodwitException failure =
                catchThrowableOfType(GodwitException.class, () -> Migrations.migrate(database, directory));
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(everything()).isEqualTo(before);
        return failure;
    }

    private String everything() {
        return database.snapshot() + "\n" + database.rows("SELECT id, state, checksum FROM godwit_history ORDER BY id");
    }

    @Test
    void aFolderThatIsMissing() {
        Path missing = folder.resolve("nowhere");

        assertThat(failure(ErrorCode.INVALID_MIGRATION, missing))
                .hasMessageContaining("cannot read folder \"" + missing + "\": there is no such folder")
                .hasMessageContaining("--dir");
    }

    @Test
    void aFileInPlaceOfAFolder() {
        Path file = folder.resolve("2_first.sql");

        assertThat(failure(ErrorCode.INVALID_MIGRATION, file))
                .hasMessageContaining("cannot read folder \"" + file + "\": it is a file");
    }

    @Test
    void aFileThatCannotBeRead() throws IOException {
        // Unlike missing permissions, a link to itself stops every user.
        Files.createSymbolicLink(folder.resolve("3_loop.sql"), Path.of("3_loop.sql"));

        assertThat(failure(ErrorCode.INVALID_MIGRATION))
                .hasMessageContaining("3_loop.sql")
                .hasMessageContaining("Look whether it can be read");
    }

    @Test
    void aFolderThatContainsItself() throws IOException {
        Files.createSymbolicLink(folder.resolve("again"), folder);

        assertThat(failure(ErrorCode.INVALID_MIGRATION))
                .hasMessageContaining("cannot read folder \"" + folder + "\"")
                .hasMessageContaining("again");
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        Files.write(
                folder.resolve("3_latin.sql"),
                "CREATE TABLE t (n int);\n-- café\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(failure(ErrorCode.INVALID_MIGRATION))
                .hasMessageContaining("3_latin.sql")
                .hasMessageContaining("line 2:7")
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void anAppliedFileThatWasEdited() {
        Migrations.write(folder, Map.of("2_first.sql", "CREATE TABLE first (id bigint);"));

        assertThat(failure(ErrorCode.HISTORY_MISMATCH))
                .hasMessageContaining("2_first.sql: it was edited after it had been applied")
                .hasMessageContaining("godwit resolve --applied 2");
    }

    @Test
    void anAppliedFileThatWasDeleted() throws IOException {
        Files.delete(folder.resolve("2_first.sql"));
        Migrations.write(folder, Map.of("3_next.sql", "CREATE TABLE next (id int);"));

        assertThat(failure(ErrorCode.HISTORY_MISMATCH))
                .hasMessageContaining("2: it is recorded as applied, but the folder has no such migration")
                .hasMessageContaining("godwit resolve --rolled-back 2");
    }

    @Test
    void aFileOlderThanTheNewestApplied() {
        Migrations.write(folder, Map.of("1_older.sql", "CREATE TABLE older (id int);"));

        assertThat(failure(ErrorCode.HISTORY_MISMATCH))
                .hasMessageContaining("1_older.sql: it is older than the newest applied migration")
                .hasMessageContaining("--out-of-order");

        BackgroundRun.migrate(TestSettings.of(database, folder).outOfOrder()).report();
        assertThat(database.rows("SELECT * FROM older")).isEmpty();
    }

    @Test
    void twoFilesOfOneVersion() {
        Migrations.write(folder, Map.of("3_a.sql", "SELECT 1;", "3_b.sql", "SELECT 2;"));

        assertThat(failure(ErrorCode.INVALID_MIGRATION))
                .hasMessageContaining("3_b.sql: it has the same version 3 as \"3_a.sql\"");
    }

    @Test
    void aFileThatNoLayoutExplains() {
        Migrations.write(folder, Map.of("notes.sql", "SELECT 1;"));

        assertThat(failure(ErrorCode.INVALID_MIGRATION)).hasMessageContaining("notes.sql");
    }

    @Test
    void aFileThatGoesBeforeItIsRun() {
        Migrations.write(folder, Map.of("3_next.sql", "CREATE TABLE next (id int);", "4_gone.sql", "SELECT 1;"));
        BackgroundRun run = BackgroundRun.migrate(TestSettings.of(database, folder), event -> {
            if (event instanceof Event.RunStarted) {
                delete(folder.resolve("4_gone.sql"));
            }
        });

        assertThat(run.failure(GodwitException.class))
                .hasMessageContaining("4_gone.sql")
                .hasMessageContaining("it is gone");
        assertThat(database.rows("SELECT id FROM godwit_history ORDER BY id")).containsExactly("2", "3");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileThatChangesBeforeItIsRun() {
        Migrations.write(folder, Map.of("3_next.sql", "CREATE TABLE next (id int);"));
        BackgroundRun run = BackgroundRun.migrate(TestSettings.of(database, folder), event -> {
            if (event instanceof Event.RunStarted) {
                Migrations.write(folder, Map.of("3_next.sql", "CREATE TABLE other (id int);"));
            }
        });

        assertThat(run.failure(GodwitException.class)).hasMessageContaining("3_next.sql");
        assertThat(database.rows("SELECT id FROM godwit_history")).containsExactly("2");
        assertThat(database.rows("SELECT name FROM sqlite_schema WHERE name IN ('next', 'other')"))
                .isEmpty();
    }
}
