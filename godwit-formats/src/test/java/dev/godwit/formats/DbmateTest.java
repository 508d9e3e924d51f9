package dev.godwit.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbmateTest {
    @TempDir
    Path directory = Path.of("set by JUnit");

    private MigrationFolder read(String file, String text) {
        return new TestFolder(directory).with(file, text).read(new DbmateFormat());
    }

    @Test
    void cutsTheDirections() {
        Migration migration = TestFolder.only(read(
                "20200101_add_x.sql", "-- a\r\n--migrate:up\r\nup;\r\n-- migrate:down transaction:false\r\ndown;\r\n"));
        assertThat(migration.displayName()).isEqualTo("20200101 add x");
        assertThat(migration.transactionMode()).isEqualTo(Migration.TransactionMode.AUTOMATIC);
        assertThat(TestFolder.text(migration.up())).isEqualTo("SPLIT:up;\r\n");
        assertThat(TestFolder.text(migration.down().orElseThrow())).isEqualTo("SPLIT:down;\r\n");
    }

    @Test
    void readsOptions() {
        Migration none = TestFolder.only(read("1_x.sql", "-- migrate:up other:1 transaction:false\nVACUUM"));
        assertThat(none.transactionMode()).isEqualTo(Migration.TransactionMode.NONE);
        assertThat(none.down()).isEmpty();
        Migration kept = TestFolder.only(read("1_x.sql", "-- migrate:up transaction:no\nVACUUM"));
        assertThat(kept.transactionMode()).isEqualTo(Migration.TransactionMode.AUTOMATIC);
    }

    @Test
    void takesMarksOnlyAtTheStartOfALine() {
        Migration migration =
                TestFolder.only(read("1_x.sql", "-- migrate:up\n  -- migrate:down\n-- migrate:download\n"));
        assertThat(migration.down()).isEmpty();
    }

    @Test
    void ordersByFileName() {
        MigrationFolder read = new TestFolder(directory)
                .with("2_b.sql", "-- migrate:up")
                .with("10_a.sql", "-- migrate:up")
                .with("3.sql", "")
                .read(new DbmateFormat());
        assertThat(read.problems()).isEmpty();
        assertThat(TestFolder.ids(read)).containsExactly("10", "2", "3");
    }

    @Test
    void namesWhatDbmateWouldRefuse() {
        new TestFolder(directory)
                .with("1_a.sql", "SELECT 1;\n-- migrate:up\n")
                .with("2_b.sql", "SELECT 1;\n")
                .with("3_c.sql", "-- migrate:down\n-- migrate:up\n")
                .with("4_d.sql", "-- migrate:up\n-- migrate:down\n\n-- migrate:up\n")
                .with("5_e.sql", "-- migrate:up\n")
                .with("5_f.sql", "-- migrate:up\n")
                .with("g.sql", "-- migrate:up\n");
        assertThat(TestFolder.problems(new TestFolder(directory).read(new DbmateFormat())))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1_a.sql: line 2: there are statements before"),
                        second -> assertThat(second).startsWith("2_b.sql: it has no line \"-- migrate:up\""),
                        third -> assertThat(third).startsWith("3_c.sql: line 1: \"-- migrate:down\" stands before"),
                        fourth -> assertThat(fourth).startsWith("4_d.sql: line 4: there is a second \"-- migrate:up\""),
                        fifth -> assertThat(fifth).startsWith("5_f.sql: it has the same version 5 as \"5_e.sql\""),
                        sixth -> assertThat(sixth).startsWith("g.sql: it is no migration"));
    }

    @Test
    void keepsARowForEachVersion() {
        MigrationFolder folder = read("1_x.sql", "-- migrate:up\n");
        Migration migration = TestFolder.only(folder);
        HistoryStore history = new DbmateFormat().history(TestDatabase.SETTINGS);
        try (Session session = TestDatabase.open()) {
            assertThat(history.read(session, folder).exists()).isFalse();
            history.create(session);
            history.applied(session, migration, Duration.ZERO);
            session.execute("INSERT INTO schema_migrations VALUES ('0')");
            assertThat(TestDatabase.history(history, session, folder)).containsExactly("0 APPLIED", "1 APPLIED");
            history.reverted(session, migration, Optional.empty());
            history.forget(session, new MigrationId("0"), folder);
            assertThat(TestDatabase.rows(session, "SELECT version FROM schema_migrations"))
                    .isEmpty();
        }
    }
}
