package dev.godwit.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DieselTest {
    @TempDir
    Path directory = Path.of("set by JUnit");

    @Test
    void readsAFolderForEachMigration() {
        MigrationFolder read = new TestFolder(directory)
                .with("2026-01-15-093000-0000_add_phone/up.sql", "up")
                .with("2026-01-15-093000-0000_add_phone/down.sql", "down")
                .with("2026-01-15-093000-0000_add_phone/metadata.toml", "run_in_transaction = false # why\n")
                .with("00000000000000_diesel_initial_setup/up.sql", "")
                .with("00000000000000_diesel_initial_setup/metadata.toml", "")
                .with("diesel.toml", "")
                .read(new DieselFormat());
        assertThat(read.problems()).isEmpty();
        assertThat(TestFolder.ids(read)).containsExactly("00000000000000", "202601150930000000");
        Migration phone = read.migrations().get(1);
        assertThat(phone.transactionMode()).isEqualTo(Migration.TransactionMode.NONE);
        assertThat(phone.description()).isEqualTo("add phone");
        assertThat(TestFolder.text(phone.down().orElseThrow())).isEqualTo("SPLIT:down");
        assertThat(read.migrations().get(0).transactionMode()).isEqualTo(Migration.TransactionMode.AUTOMATIC);
    }

    @Test
    void namesWhatItCannotTake() {
        MigrationFolder read = new TestFolder(directory)
                .with("1_a/up.sql", "")
                .with("1_a/metadata.toml", "run_in_transaction = 'no'")
                .with("2_b/up.sql", "")
                .with("2_b/metadata.toml", "= broken")
                .with("3_c/down.sql", "")
                .with("4_d/up.sql", "")
                .with("4_e/up.sql", "")
                .with("4_e/more.sql", "")
                .read(new DieselFormat());
        assertThat(TestFolder.problems(read))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1_a/up.sql: \"metadata.toml\" beside it: run_in"),
                        second -> assertThat(second).startsWith("2_b/up.sql: \"metadata.toml\" beside it is not TOML"),
                        third -> assertThat(third).startsWith("3_c/down.sql: there is no \"up.sql\""),
                        fourth -> assertThat(fourth).startsWith("4_e/more.sql: it is no migration"),
                        fifth -> assertThat(fifth).startsWith("4_e/up.sql: it has the same version 4"));
    }

    @Test
    void notesAFileBesideTheFoldersAsDieselPassesItOver() {
        MigrationFolder read = new TestFolder(directory)
                .with("1_a/up.sql", "")
                .with("data.sql", "")
                .read(new DieselFormat());
        assertThat(read.problems()).isEmpty();
        assertThat(read.notes())
                .containsExactly(new Problem(
                        "data.sql", "diesel runs folders only; this file is not a migration and is not run"));
    }

    @Test
    void keepsARowForEachVersionWithItsTime() {
        MigrationFolder folder =
                new TestFolder(directory).with("1-2_a/up.sql", "").read(new DieselFormat());
        HistoryStore history = new DieselFormat().history(TestDatabase.SETTINGS);
        try (Session session = TestDatabase.open()) {
            history.create(session);
            history.applied(session, TestFolder.only(folder), Duration.ZERO);
            assertThat(TestDatabase.rows(session, "SELECT version FROM __diesel_schema_migrations"))
                    .containsExactly("12");
            assertThat(history.read(session, folder).entries().getFirst().at()).isPresent();
        }
    }

    @Test
    void namesANewFolderByTime() {
        assertThat(new DieselFormat()
                        .create("add phone", Instant.parse("2026-01-15T09:30:00Z"), new TestFolder(directory).listing())
                        .files())
                .containsOnlyKeys("2026-01-15-093000_add_phone/up.sql", "2026-01-15-093000_add_phone/down.sql");
    }
}
