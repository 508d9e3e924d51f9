package dev.godwit.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.migration.MigrationSource.Recognition;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {
    @TempDir
    Path directory = Path.of("set by JUnit");

    @Test
    void readsFilesInTheOrderOfTheirVersions() throws IOException {
        write("10_c.sql", "SELECT 3");
        write("9_b.sql", "SELECT 2");
        write("0001_a.sql", "SELECT 1");
        MigrationFolder folder = read();
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.migrations()).extracting(m -> m.id().value()).containsExactly("0001", "9", "10");
    }

    @Test
    void cutsTheWayBackFromTheChange() throws IOException {
        write("1_add_phone.sql", "SELECT 'up';\r\n-- godwit:down\r\nSELECT 'down';\r\n");
        Migration migration = read().migrations().getFirst();
        assertThat(migration.displayName()).isEqualTo("1 add phone");
        assertThat(text(migration.up())).isEqualTo("SELECT 'up';\r\n");
        assertThat(text(migration.down().orElseThrow())).isEqualTo("SELECT 'down';\r\n");
    }

    @Test
    void hasNoWayBackWithoutTheMark() throws IOException {
        write("1_a.sql", "SELECT 1; -- godwit:down is not a line of its own here\n");
        Migration migration = read().migrations().getFirst();
        assertThat(migration.down()).isEmpty();
        assertThat(migration.transactionMode()).isEqualTo(Migration.TransactionMode.AUTOMATIC);
    }

    @Test
    void knowsTheDirectiveAgainstTransactions() throws IOException {
        write(
                "1_a.sql",
                "\uFEFF-- godwit:transaction none\nVACUUM;\n-- godwit:allow some-rule -- why\n-- godwit:backfill a = 1\n");
        MigrationFolder folder = read();
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.migrations().getFirst().transactionMode()).isEqualTo(Migration.TransactionMode.NONE);
    }

    @Test
    void takesAnOldValueForNoWayBack() throws IOException {
        write("1_a.sql", "-- godwit:down total = cents / 100\nSELECT 1;\n");
        assertThat(read().problems()).isEmpty();
        assertThat(read().migrations().getFirst().down()).isEmpty();
    }

    @Test
    void namesTheLineOfADirectiveThatItDoesNotKnow() throws IOException {
        write("1_a.sql", "SELECT 1;\n-- godwit:undo\n");
        write("2_b.sql", "-- godwit:transaction maybe\n");
        write("3_c.sql", "-- godwit:down\n\n-- godwit:down\n");
        write("4_d.sql", "\n-- godwit:down DROP TABLE a;\n");
        assertThat(read().problems())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1_a.sql: line 2: there is no directive \"undo\""),
                        second -> assertThat(second).startsWith("2_b.sql: line 1: \"-- godwit:transaction maybe\""),
                        third -> assertThat(third).startsWith("3_c.sql: line 3: there is a second"),
                        fourth -> assertThat(fourth).startsWith("4_d.sql: line 2: \"-- godwit:down\" stands alone"));
    }

    @Test
    void namesEveryFileThatItCannotTake() throws IOException {
        write("1_a.sql", "");
        write("01_b.sql", "");
        write("c.sql", "");
        write("README.md", "");
        write(".hidden.sql", "");
        Files.createDirectory(directory.resolve("2_folder.sql"));
        write("2_folder.sql/3_nested.SQL", "");
        Files.write(directory.resolve("4_latin.sql"), "SELECT 'ä'".getBytes(StandardCharsets.ISO_8859_1));
        MigrationFolder folder = read();
        assertThat(folder.problems())
                .extracting(Problem::file)
                .containsExactly("1_a.sql", "2_folder.sql/3_nested.SQL", "4_latin.sql", "c.sql");
        assertThat(folder.problems().getFirst().message()).contains("same version", "\"01_b.sql\"");
        assertThat(folder.problems().get(2).message()).contains("not UTF-8");
    }

    @Test
    void takesAnUpperCaseEndingAndAnEmptyFile() throws IOException {
        write("1_A.SQL", "");
        MigrationFolder folder = read();
        assertThat(folder.problems()).isEmpty();
        assertThat(text(folder.migrations().getFirst().up())).isEmpty();
    }

    @Test
    void computesOneChecksumWhateverTheLineEnds() {
        assertThat(ContentChecksum.of(SqlSource.of("a", "\uFEFFa;\r\nb;\r\n")))
                .isEqualTo(ContentChecksum.of(SqlSource.of("b", "a;\nb;\n")))
                .isNotEqualTo(ContentChecksum.of(SqlSource.of("c", "a;\nb;\r\r\n")));
        assertThat(ContentChecksum.of(SqlSource.of("d", "abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void refusesToRunAFileThatChangedAfterItWasRead() throws IOException {
        write("1_a.sql", "SELECT 1");
        Migration migration = read().migrations().getFirst();
        write("1_a.sql", "SELECT 2");
        assertThatThrownBy(() -> migration.up().read())
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("has changed since");
    }

    @Test
    void isSureOnlyWhereADirectiveStands() throws IOException {
        NativeFolder source = new NativeFolder();
        assertThat(source.recognise(FolderListing.of(directory))).isEqualTo(Recognition.NO);
        write("1_a.sql", "SELECT 1");
        assertThat(source.recognise(FolderListing.of(directory))).isEqualTo(Recognition.POSSIBLE);
        write("2_a.sql", "-- godwit:down");
        assertThat(source.recognise(FolderListing.of(directory))).isEqualTo(Recognition.CERTAIN);
    }

    @Test
    void picksAFewOfManyFilesFromTheFirstToTheLast() {
        var many = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(Integer::toString)
                .collect(Collectors.toList());
        assertThat(FolderListing.sample(many))
                .hasSize(16)
                .startsWith("0")
                .endsWith("999")
                .doesNotHaveDuplicates();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private MigrationFolder read() {
        return new NativeFolder()
                .read(
                        FolderListing.of(directory),
                        new FolderSettings(new SqliteDialect(), "postgres", Map.of(), name -> null));
    }

    private static String text(MigrationScript script) {
        ScriptText text = script.read();
        return text.source().text(text.blocks().getFirst().span());
    }
}
