package dev.godwit.core.history;

import static dev.godwit.core.migration.TestMigrations.folder;
import static dev.godwit.core.migration.TestMigrations.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqliteSessions;
import dev.godwit.core.history.AppliedMigration.State;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.TestMigrations;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupplementedHistoryTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final HistorySettings SETTINGS = new HistorySettings(
            "sqlite",
            new SqliteDialect(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "ann",
            Clock.fixed(NOW, ZoneOffset.UTC));
    private static final MigrationFolder FOLDER = folder(versioned("1"), versioned("2"));

    private final GodwitHistory own = new GodwitHistory(SETTINGS, "versions");
    private final SupplementedHistory both = new SupplementedHistory(new VersionTable(), own);
    private Session session = SqliteSessions.inMemory().open();

    @BeforeEach
    void open() {
        session = SqliteSessions.inMemory().open();
        assertThat(both.read(session, FOLDER)).isEqualTo(History.none());
        both.create(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void addsWhatTheToolDoesNotKeep() {
        both.applied(session, versioned("1"), Duration.ofMillis(7));
        assertThat(both.read(session, FOLDER))
                .isEqualTo(new History(
                        true,
                        List.of(new AppliedMigration(
                                new MigrationId("1"),
                                "",
                                State.APPLIED,
                                Optional.of("sum1"),
                                Optional.of(NOW),
                                Optional.of(Duration.ofMillis(7)),
                                Optional.of("ann")))));
    }

    @Test
    void believesTheToolOfWhatIsApplied() {
        both.applied(session, versioned("1"), Duration.ZERO);
        both.applied(session, versioned("2"), Duration.ZERO);
        session.execute("DELETE FROM versions WHERE id = '1'");
        session.execute("INSERT INTO versions VALUES ('3', 'APPLIED')");
        assertThat(both.read(session, FOLDER).entries())
                .extracting(entry -> entry.id().value(), AppliedMigration::checksum)
                .containsExactly(tuple("2", Optional.of("sum2")), tuple("3", Optional.empty()));
    }

    @Test
    void takesNoChecksumOfAnotherState() {
        both.applied(session, versioned("1"), Duration.ZERO);
        session.execute("UPDATE versions SET state = 'BASELINE'");
        assertThat(both.read(session, FOLDER).entries().getFirst().checksum()).isEmpty();
    }

    @Test
    void forgetsInBothPlaces() {
        both.applied(session, versioned("1"), Duration.ZERO);
        both.applied(session, versioned("2"), Duration.ZERO);
        both.reverted(session, versioned("2"), Optional.of(versioned("1")));
        both.forget(session, new MigrationId("1"), FOLDER);
        assertThat(both.read(session, FOLDER).entries()).isEmpty();
        assertThat(own.read(session, FOLDER).entries()).isEmpty();
    }

    @Test
    void acceptsAnEditedFile() {
        both.applied(session, versioned("1"), Duration.ZERO);
        Migration edited = TestMigrations.of(Migration.Kind.VERSIONED, "1", "new");
        both.repair(session, edited);
        assertThat(both.read(session, FOLDER).entries().getFirst().checksum()).contains("new");
    }

    @Test
    void leavesMarksAndBaselinesToTheTool() {
        both.started(session, versioned("1"));
        both.baseline(session, List.of(versioned("2")), versioned("2"));
        assertThat(both.read(session, FOLDER).entries())
                .extracting(AppliedMigration::state)
                .containsExactly(State.FAILED, State.BASELINE);
        both.failed(session, versioned("1"), Duration.ZERO);
        assertThat(own.read(session, FOLDER).entries()).isEmpty();
    }

    /** The history of a tool that keeps nothing but versions. */
    private static final class VersionTable implements HistoryStore {
        private static final HistoryTable TABLE = new HistoryTable(Optional.empty(), "versions", new SqliteDialect());

        @Override
        public History read(Session session, MigrationFolder folder) {
            if (!TABLE.exists(session)) {
                return History.none();
            }
            return new History(
                    true,
                    session.query(
                            "SELECT id, state FROM versions ORDER BY id",
                            row -> new AppliedMigration(
                                    new MigrationId(row.getString(1)),
                                    "",
                                    State.valueOf(row.getString(2)),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())));
        }

        @Override
        public void create(Session session) {
            session.execute("CREATE TABLE versions (id text PRIMARY KEY, state text)");
        }

        @Override
        public void started(Session session, Migration migration) {
            write(session, migration, State.FAILED);
        }

        @Override
        public void failed(Session session, Migration migration, Duration took) {
            write(session, migration, State.FAILED);
        }

        @Override
        public void applied(Session session, Migration migration, Duration took) {
            write(session, migration, State.APPLIED);
        }

        @Override
        public void reverted(Session session, Migration migration, Optional<Migration> previous) {
            session.update("DELETE FROM versions WHERE id = ?", migration.id().value());
        }

        @Override
        public void baseline(Session session, List<Migration> covered, Migration last) {
            write(session, last, State.BASELINE);
        }

        @Override
        public void forget(Session session, MigrationId id, MigrationFolder folder) {
            session.update("DELETE FROM versions WHERE id = ?", id.value());
        }

        private static void write(Session session, Migration migration, State state) {
            session.update("REPLACE INTO versions VALUES (?, ?)", migration.id().value(), state.name());
        }
    }
}
