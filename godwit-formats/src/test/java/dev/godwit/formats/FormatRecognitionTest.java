package dev.godwit.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.history.FormatChoice;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.migration.InvalidMigrationException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatRecognitionTest {
    @TempDir
    Path directory = Path.of("set by JUnit");

    private TestFolder folder = new TestFolder(directory);

    @BeforeEach
    void open() {
        folder = new TestFolder(directory);
    }

    private String recognised() {
        return new FormatChoice(Formats.all())
                .of(folder.listing(), Optional.empty())
                .id();
    }

    @Test
    void takesAFolderWithoutSqlForItsOwn() {
        folder.with("README.md", "");
        assertThat(recognised()).isEqualTo("native");
    }

    @Test
    void recognisesWhatEachFormatCreates() {
        for (MigrationFormat format : Formats.all()) {
            TestFolder made = new TestFolder(directory.resolve(format.id()));
            format.create("add phone", Instant.parse("2026-01-15T09:30:00Z"), folder.listing())
                    .files()
                    .forEach(made::with);
            assertThat(new FormatChoice(Formats.all())
                            .of(made.listing(), Optional.empty())
                            .id())
                    .isEqualTo(format.id());
            assertThat(made.read(format).problems()).isEmpty();
            assertThat(made.read(format).migrations()).hasSize(1);
            assertThat(Formats.find(format.id())).contains(format);
        }
    }

    @Test
    void takesNumberedFilesWithoutAnyMarkForItsOwn() {
        folder.with("1_a.sql", "SELECT 1").with("2_b.sql", "SELECT 2");
        assertThat(recognised()).isEqualTo("native");
    }

    @Test
    void believesTheMajority() {
        folder.with("V1__a.sql", "").with("V2__b.sql", "").with("3_c.sql", "-- godwit:down");
        assertThat(recognised()).isEqualTo("flyway");
        assertThat(TestFolder.problems(folder.read(new FlywayFormat())))
                .singleElement()
                .asString()
                .startsWith("3_c.sql");
    }

    @Test
    void saysWhatItSawWhereNothingFits() {
        folder.with("a.sql", "").with("b.sql", "").with("c.sql", "").with("d.sql", "");
        assertThatThrownBy(this::recognised)
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("\"a.sql\", \"b.sql\", \"c.sql\" and 1 more) fit no known layout")
                .hasMessageEndingWith("--format, one of flyway, golang-migrate, dbmate, goose, diesel, native");
    }

    @Test
    void saysWhichLayoutsFitWhereSeveralDo() {
        folder.with("1_a.sql", "-- +goose Up\n-- migrate:up\n");
        assertThatThrownBy(this::recognised).hasMessageContaining("fit more than one layout (dbmate, goose)");
    }

    @Test
    void doesNotTakeAnotherToolsFolderForItsOwn() {
        folder.with("0000_a.sql", "").with("meta/_journal.json", "{}");
        assertThatThrownBy(this::recognised)
                .hasMessageContaining("no known layout")
                .hasMessageContaining("--format");
    }

    @Test
    void neitherCrashesOnNorReadsAFolderThatIsNamedLikeAFile() {
        folder.with("V1__a.sql", "").with("V2__b.sql/note.txt", "");
        assertThat(recognised()).isEqualTo("flyway");
        assertThat(TestFolder.ids(folder.read(new FlywayFormat()))).containsExactly("1");
    }
}
