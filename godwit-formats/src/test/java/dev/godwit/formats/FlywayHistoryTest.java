package dev.godwit.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayHistoryTest {
    private static final String ROWS = "SELECT installed_rank, version, description, type, script, checksum, success"
            + " FROM flyway_schema_history ORDER BY installed_rank";

    @TempDir
    Path directory = Path.of("set by JUnit");

    private final FlywayHistory history = new FlywayHistory(TestDatabase.SETTINGS);
    private final Session session = TestDatabase.open();
    private MigrationFolder folder = new MigrationFolder("flyway", directory, List.of(), List.of(), List.of());

    @BeforeEach
    void readFolder() {
        folder = new TestFolder(directory)
                .with("V1__a.sql", "")
                .with("sub/V1_2__b_c.sql", "select 1")
                .with("U1_2__b_c.sql", "select 2")
                .with("R__views.sql", "")
                .read(new FlywayFormat());
        history.create(session);
        history.create(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Migration migration(String id) {
        return folder.find(new MigrationId(id)).orElseThrow();
    }

    private void apply(String id) {
        history.applied(session, migration(id), Duration.ofMillis(3));
    }

    private List<String> entries() {
        return TestDatabase.history(history, session, folder);
    }

    @Test
    void writesRowsAsFlywayDoes() {
        apply("1");
        apply("1.2");
        apply("views");
        apply("views");
        assertThat(TestDatabase.rows(session, ROWS))
                .containsExactly(
                        "1,1,a,SQL,V1__a.sql,0,1",
                        "2,1.2,b c,SQL,sub/V1_2__b_c.sql,245801405,1",
                        "3,null,views,SQL,R__views.sql,0,1",
                        "4,null,views,SQL,R__views.sql,0,1");
        assertThat(entries()).containsExactly("1 APPLIED", "1.2 APPLIED", "views APPLIED");
        assertThat(history.read(session, folder).entries().getFirst().at()).isPresent();
    }

    @Test
    void replacesAFailedRow() {
        history.failed(session, migration("1"), Duration.ZERO);
        assertThat(entries()).containsExactly("1 FAILED");
        apply("1");
        assertThat(TestDatabase.rows(session, ROWS)).containsExactly("1,1,a,SQL,V1__a.sql,0,1");
    }

    @Test
    void removesTheRowsOfWhatIsTakenBack() {
        apply("1");
        apply("1.2");
        history.reverted(session, migration("1.2"), Optional.of(migration("1")));
        assertThat(entries()).containsExactly("1 APPLIED");
        assertThat(TestDatabase.rows(session, ROWS)).containsExactly("1,1,a,SQL,V1__a.sql,0,1");
        apply("1.2");
        assertThat(entries()).containsExactly("1 APPLIED", "1.2 APPLIED");
    }

    @Test
    void undoesByARowWhereFlywayHasDoneSo() {
        apply("1");
        apply("1.2");
        session.execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (3, '1.2', 'b c', 'UNDO_SQL', 'U1_2__b_c.sql', 'ann', 0, true)");
        apply("1.2");
        history.reverted(session, migration("1.2"), Optional.of(migration("1")));
        assertThat(entries()).containsExactly("1 APPLIED");
        assertThat(TestDatabase.rows(session, ROWS)).last().asString().startsWith("5,1.2,b c,UNDO_SQL,U1_2__b_c.sql,");
    }

    @Test
    void withdrawsOnlyTheFailureOfAMigrationThatWasNotApplied() {
        history.failed(session, migration("1"), Duration.ZERO);
        history.reverted(session, migration("1"), Optional.empty());
        assertThat(TestDatabase.rows(session, ROWS)).isEmpty();
        apply("views");
        history.failed(session, migration("views"), Duration.ZERO);
        history.reverted(session, migration("views"), Optional.empty());
        assertThat(entries()).containsExactly("views APPLIED");
    }

    @Test
    void knowsWhatLiesBelowABaseline() {
        history.baseline(session, List.of(migration("1")), migration("1"));
        apply("1.2");
        assertThat(entries()).containsExactly("1 BASELINE", "1.2 APPLIED");
    }

    @Test
    void keepsAMarkThatIsNotInTheFolder() {
        session.execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (1, '1.1', '<< Flyway Baseline >>', 'BASELINE', '', 'ann', 0, true)");
        assertThat(entries()).containsExactly("1 BASELINE", "1.1 BASELINE");
    }

    @Test
    void readsRowsThatOtherFlywaysWrote() {
        session.execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '', 'ann', 0, true),"
                        + " (1, '1.0', 'a', 'SQL', 'V1__a.sql', 'ann', 0, true)");
        assertThat(entries()).containsExactly("1 APPLIED");
    }

    @Test
    void forgetsAsRepairDoes() {
        apply("1");
        history.forget(session, new MigrationId("1"), folder);
        history.failed(session, migration("1.2"), Duration.ZERO);
        history.forget(session, new MigrationId("1.2"), folder);
        assertThat(TestDatabase.rows(session, ROWS))
                .containsExactly("1,1,a,SQL,V1__a.sql,0,1", "2,1,a,DELETE,V1__a.sql,0,1");
        assertThat(entries()).isEmpty();
    }

    @Test
    void repairsChecksumAndDescription() {
        apply("1.2");
        session.execute("UPDATE flyway_schema_history SET checksum = 7, description = 'old'");
        history.repair(session, migration("1.2"));
        assertThat(TestDatabase.rows(session, ROWS)).containsExactly("1,1.2,b c,SQL,sub/V1_2__b_c.sql,245801405,1");
    }
}
