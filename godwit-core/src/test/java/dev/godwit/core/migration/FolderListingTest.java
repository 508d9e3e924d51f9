package dev.godwit.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {
    @TempDir
    Path directory = Path.of("set by JUnit");

    @Test
    void listsNestedFilesByNameWithForwardSlashes() throws IOException {
        write("b.sql", "");
        write("a/z.sql", "");
        write("a.sql", "");
        assertThat(listing().files()).containsExactly("a.sql", "a/z.sql", "b.sql");
        assertThat(listing().directories()).containsExactly("a");
        assertThat(listing().directory()).isEqualTo(directory);
    }

    @Test
    void leavesHiddenFilesAndFoldersOut() throws IOException {
        write(".hidden.sql", "");
        write(".git/a.sql", "");
        write("a/.b/c.sql", "");
        assertThat(listing().files()).isEmpty();
        assertThat(listing().directories()).containsExactly("a");
    }

    @Test
    void takesAFolderForAFolderWhateverItsName() throws IOException {
        write("x.sql/up.sql", "");
        assertThat(listing().files()).containsExactly("x.sql/up.sql");
        assertThat(listing().directories()).containsExactly("x.sql");
    }

    @Test
    void followsLinks() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve(".elsewhere"));
        Files.writeString(elsewhere.resolve("1_a.sql"), "SELECT 1");
        Files.createSymbolicLink(directory.resolve("linked"), elsewhere);
        assertThat(listing().files()).containsExactly("linked/1_a.sql");
        assertThat(text(listing().read("linked/1_a.sql"))).isEqualTo("SELECT 1");
    }

    @Test
    void namesTheLinkThatLeadsBack() throws IOException {
        Files.createSymbolicLink(directory.resolve("loop"), directory);
        assertThatThrownBy(this::listing)
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("loop\" leads back to a folder around it. Remove the link");
    }

    @Test
    void saysThatThereIsNoFolder() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> FolderListing.of(missing))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageStartingWith("cannot read folder \"" + missing + "\": there is no such folder. ");
    }

    @Test
    void saysThatItIsAFile() throws IOException {
        Path file = write("a.sql", "");
        assertThatThrownBy(() -> FolderListing.of(file))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageStartingWith("cannot read folder \"" + file + "\": it is a file. ");
    }

    @Test
    void pointsAtTheCharacterThatIsNotUtf8() throws IOException {
        Path file = directory.resolve("a.sql");
        Files.write(file, "SELECT 1;\n-- größe\n\tä".getBytes(StandardCharsets.UTF_8));
        Files.write(file, new byte[] {(byte) 0xFC}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> listing().read("a.sql"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage("cannot read file \"" + file + "\": line 3:3: it is not UTF-8 text. Save it as UTF-8");
    }

    @Test
    void saysThatAFileIsGone() throws IOException {
        Path file = write("a.sql", "");
        FolderListing listing = listing();
        Files.delete(file);
        assertThatThrownBy(() -> listing.read("a.sql"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage("cannot read file \"" + file + "\": it is gone. Run the command again");
    }

    @Test
    void readsALargeFileWhole() throws IOException {
        String row = "1\tgröße\n";
        int rows = (5 << 20) / row.length();
        write("dump.sql", row.repeat(rows) + "end");
        SqlSource source = listing().read("dump.sql");
        assertThat(source.length()).isEqualTo(rows * row.getBytes(StandardCharsets.UTF_8).length + 3);
        assertThat(source.text(new SourceSpan(source.length() - 3, source.length())))
                .isEqualTo("end");
        assertThat(listing().head("dump.sql").length()).isEqualTo(64 << 10);
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        write("a.sql", "");
        assertThat(listing().read("a.sql").length()).isZero();
        assertThat(listing().head("a.sql").length()).isZero();
    }

    @Test
    void samplesTheFirstTheLastAndSomeBetween() {
        assertThat(FolderListing.sample(
                        IntStream.range(0, 1000).mapToObj(Integer::toString).toList()))
                .hasSize(16)
                .startsWith("0", "66")
                .endsWith("999");
    }

    private static String text(SqlSource source) {
        return source.text(source.whole());
    }

    private FolderListing listing() {
        return FolderListing.of(directory);
    }

    private Path write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        return Files.writeString(path, text);
    }
}
