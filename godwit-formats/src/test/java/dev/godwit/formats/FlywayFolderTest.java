package dev.godwit.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.Kind;
import dev.godwit.core.migration.MigrationFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checksums are those that Flyway 13.12.0 wrote for files of the same bytes. */
class FlywayFolderTest {
    @TempDir
    Path directory = Path.of("set by JUnit");

    private TestFolder folder = new TestFolder(directory);

    @BeforeEach
    void open() {
        folder = new TestFolder(directory);
    }

    @Test
    void ordersVersionsPartByPartAndRepeatableOnesLast() {
        folder.with("R__views.sql", "")
                .with("V1_10__c.sql", "")
                .with("nested/deep/V1_9__b.sql", "")
                .with("V1.0__a.sql", "")
                .with("V2.sql", "")
                .with("B1_9__all.sql", "");
        MigrationFolder read = folder.read(new FlywayFormat());
        assertThat(read.problems()).isEmpty();
        assertThat(TestFolder.ids(read)).containsExactly("1.0", "1.9", "B1.9", "1.10", "2", "views");
        assertThat(read.migrations())
                .extracting(Migration::kind)
                .containsExactly(
                        Kind.VERSIONED, Kind.VERSIONED, Kind.BASELINE, Kind.VERSIONED, Kind.VERSIONED, Kind.REPEATABLE);
        assertThat(read.migrations().get(1).file()).isEqualTo("nested/deep/V1_9__b.sql");
    }

    @Test
    void computesTheChecksumsOfFlyway() {
        assertThat(checksum("V1__a.sql", "create table \"t${flyway:defaultSchema}\"(i int);\r\n"))
                .isEqualTo("-2003075934");
        assertThat(checksum("V1__a.sql", "select 1;\n")).isEqualTo("-690524359");
        assertThat(checksum("V1__a.sql", "\uFEFFselect 3;\n\nselect 4")).isEqualTo("-1798613189");
        assertThat(checksum("V1__a.sql", "")).isEqualTo("0");
    }

    @Test
    void countsPlaceholdersIntoTheChecksumOfRepeatableOnesOnly() {
        String text = "-- ${p} ${flyway:filename}\nselect '${flyway:user}','${flyway:database}','${flyway:table}';";
        assertThat(checksum("R__rep_eat.sql", text)).isEqualTo("-1308060601");
        directory.resolve("R__rep_eat.sql").toFile().delete();
        assertThat(checksum("V1__a.sql", "select 1")).isEqualTo("245801405");
    }

    private String checksum(String file, String text) {
        MigrationFolder read = folder.with(file, text)
                .read(
                        new FlywayFormat(),
                        Map.of(
                                "P",
                                "PVAL",
                                "flyway:user",
                                "postgres",
                                "flyway:database",
                                "fly",
                                "flyway:defaultSchema",
                                "public",
                                "flyway:table",
                                "flyway_schema_history"));
        return TestFolder.only(read).checksum();
    }

    @Test
    void replacesPlaceholdersWhateverTheirCase() {
        folder.with("V1__a.sql", "SELECT '${Name}', '${unclosed'");
        Migration migration = TestFolder.only(folder.read(new FlywayFormat(), Map.of("name", "$1")));
        assertThat(TestFolder.text(migration.up())).isEqualTo("SPLIT:SELECT '$1', '${unclosed'");
    }

    @Test
    void namesAPlaceholderWithoutAValue() {
        folder.with("V1__a.sql", "SELECT 1;\n\nSELECT '${missing}'");
        assertThat(TestFolder.problems(folder.read(new FlywayFormat())))
                .singleElement()
                .asString()
                .startsWith("V1__a.sql: line 3: placeholder \"missing\" has no value");
    }

    @Test
    void obeysSidecars() {
        folder.with("V1__a.sql", "VACUUM; SELECT '${kept}'")
                .with(
                        "V1__a.sql.conf",
                        "# note\r\nexecuteInTransaction = false\r\nplaceholderReplacement=false\nencoding=UTF-8\n");
        Migration migration = TestFolder.only(folder.read(new FlywayFormat()));
        assertThat(migration.transactionMode()).isEqualTo(Migration.TransactionMode.NONE);
        assertThat(TestFolder.text(migration.up())).isEqualTo("SPLIT:VACUUM; SELECT '${kept}'");
    }

    @Test
    void refusesSidecarsThatItCannotObey() {
        folder.with("V1__a.sql", "").with("V1__a.sql.conf", "encoding=latin1");
        folder.with("V2__b.sql", "").with("V2__b.sql.conf", "\nshouldExecute=${x}==1");
        folder.with("V3__c.sql.conf", "");
        assertThat(TestFolder.problems(folder.read(new FlywayFormat())))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("V1__a.sql: line 1: encoding \"latin1\""),
                        second -> assertThat(second).startsWith("V2__b.sql: line 2: setting \"shouldExecute\""),
                        third -> assertThat(third).startsWith("V3__c.sql.conf: there is no file \"V3__c.sql\""));
    }

    @Test
    void takesUndoFilesAsTheWayBack() {
        folder.with("V1__a.sql", "up").with("U1.0__a.sql", "down").with("U2__b.sql", "");
        MigrationFolder read = folder.read(new FlywayFormat());
        assertThat(TestFolder.text(TestFolder.only(read).down().orElseThrow())).isEqualTo("SPLIT:down");
        assertThat(TestFolder.problems(read)).singleElement().asString().startsWith("U2__b.sql: there is no versioned");
    }

    @Test
    void namesWhatItCannotRun() {
        folder.with("V1__a.sql", "")
                .with("V1.0__b.sql", "")
                .with("v2__lower.sql", "")
                .with("V3__Code.java", "")
                .with("beforeMigrate.sql", "")
                .with("README.md", "")
                .with("flyway.conf", "");
        assertThat(folder.read(new FlywayFormat()).problems())
                .extracting(problem -> problem.file())
                .containsExactly("V1__a.sql", "V3__Code.java", "beforeMigrate.sql", "v2__lower.sql");
    }

    @Test
    void goesOnCountingInANewName() {
        assertThat(folder.with("V1_9__a.sql", "")
                        .with("V12__b.sql", "")
                        .listing()
                        .files())
                .hasSize(2);
        assertThat(new FlywayFormat()
                        .create("add phone", java.time.Instant.EPOCH, folder.listing())
                        .files())
                .containsOnlyKeys("V13__add_phone.sql");
    }
}
