package dev.godwit.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GolangMigrateTest {
    private static final String ROWS = "SELECT version, dirty FROM schema_migrations";

    @TempDir
    Path directory = Path.of("set by JUnit");

    private MigrationFolder three() {
        return new TestFolder(directory)
                .with("000010_c.up.sql", "c")
                .with("9_b_b.up.sql", "b")
                .with("9_other.down.sql", "not b")
                .with("0001_a.up.SQL", "")
                .read(new GolangMigrateFormat());
    }

    @Test
    void pairsFilesByVersion() {
        MigrationFolder read = three();
        assertThat(read.problems()).isEmpty();
        assertThat(TestFolder.ids(read)).containsExactly("1", "9", "10");
        assertThat(TestFolder.text(read.migrations().get(1).down().orElseThrow()))
                .isEqualTo("SPLIT:not b");
        assertThat(read.migrations().get(2).down()).isEmpty();
        assertThat(read.migrations().get(1).displayName()).isEqualTo("9 b b");
    }

    @Test
    void namesWhatItCannotPair() {
        MigrationFolder read = new TestFolder(directory)
                .with("1_a.up.sql", "")
                .with("01_b.up.sql", "")
                .with("2_c.down.sql", "")
                .with("3_d.sql", "")
                .with("99999999999999999999_e.up.sql", "")
                .with("embed.go", "")
                .read(new GolangMigrateFormat());
        assertThat(TestFolder.problems(read))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("1_a.up.sql: it has the same version 1 as \"01_b.up.sql\""),
                        second -> assertThat(second).startsWith("2_c.down.sql: there is no \".up.sql\""),
                        third -> assertThat(third).startsWith("3_d.sql: it is no migration of this layout"),
                        fourth ->
                                assertThat(fourth).startsWith("99999999999999999999_e.up.sql: its version is larger"));
    }

    @Test
    void keepsOneRowWithTheCurrentVersion() {
        MigrationFolder folder = three();
        HistoryStore history = new GolangMigrateFormat().history(TestDatabase.SETTINGS);
        Migration second = folder.migrations().get(1);
        Migration third = folder.migrations().get(2);
        try (Session session = TestDatabase.open()) {
            assertThat(history.read(session, folder).exists()).isFalse();
            history.create(session);
            assertThat(TestDatabase.history(history, session, folder)).isEmpty();
            history.started(session, second);
            assertThat(TestDatabase.rows(session, ROWS)).containsExactly("9,1");
            assertThat(TestDatabase.history(history, session, folder)).containsExactly("1 APPLIED", "9 FAILED");
            history.applied(session, second, Duration.ZERO);
            history.applied(session, third, Duration.ZERO);
            assertThat(TestDatabase.rows(session, ROWS)).containsExactly("10,0");
            history.reverted(session, third, Optional.of(second));
            assertThat(TestDatabase.history(history, session, folder)).containsExactly("1 APPLIED", "9 APPLIED");
            history.reverted(session, second, Optional.empty());
            assertThat(TestDatabase.rows(session, ROWS)).isEmpty();
        }
    }

    @Test
    void tellsOfAVersionThatIsNotInTheFolderAndForgetsIt() {
        MigrationFolder folder = three();
        HistoryStore history = new GolangMigrateFormat().history(TestDatabase.SETTINGS);
        try (Session session = TestDatabase.open()) {
            history.create(session);
            session.execute("INSERT INTO schema_migrations VALUES (9999, false)");
            assertThat(TestDatabase.history(history, session, folder))
                    .containsExactly("1 APPLIED", "9 APPLIED", "10 APPLIED", "9999 APPLIED");
            history.forget(session, new MigrationId("9999"), folder);
            assertThat(TestDatabase.rows(session, ROWS)).containsExactly("10,0");
        }
    }

    @Test
    void goesOnCountingWithAsManyDigits() {
        three();
        assertThat(new GolangMigrateFormat()
                        .create("Add it", Instant.EPOCH, new TestFolder(directory).listing())
                        .files())
                .containsOnlyKeys("000011_add_it.up.sql", "000011_add_it.down.sql");
    }
}
