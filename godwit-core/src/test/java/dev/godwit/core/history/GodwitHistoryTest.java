package dev.godwit.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.db.SqliteSessions;
import dev.godwit.core.history.AppliedMigration.State;
import dev.godwit.core.history.StateTables.TableDefinition;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GodwitHistoryTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00.123Z");
    private static final MigrationFolder FOLDER =
            new MigrationFolder("native", Path.of("migrations"), List.of(), List.of(), List.of());
    private static final HistorySettings SETTINGS = new HistorySettings(
            "sqlite",
            new SqliteDialect(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "ann",
            Clock.fixed(NOW, ZoneOffset.UTC));

    private final GodwitHistory history = new GodwitHistory(SETTINGS, "native");
    private Session session = SqliteSessions.inMemory().open();

    @BeforeEach
    void open() {
        session = SqliteSessions.inMemory().open();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void saysThatThereIsNoTableAndMakesNoneByReading() {
        assertThat(history.read(session, FOLDER)).isEqualTo(History.none());
        assertThat(history.read(session, FOLDER).exists()).isFalse();
    }

    @Test
    void remembersWhatWasAppliedInTheOrderOfApplication() {
        history.create(session);
        history.create(session);
        history.applied(session, migration("20", "b"), Duration.ofMillis(7));
        history.applied(session, migration("3", "a"), Duration.ofMillis(8));
        assertThat(history.read(session, FOLDER).entries())
                .containsExactly(
                        new AppliedMigration(
                                new MigrationId("20"),
                                "b",
                                State.APPLIED,
                                Optional.of("sum20"),
                                Optional.of(NOW),
                                Optional.of(Duration.ofMillis(7)),
                                Optional.of("ann")),
                        new AppliedMigration(
                                new MigrationId("3"),
                                "a",
                                State.APPLIED,
                                Optional.of("sum3"),
                                Optional.of(NOW),
                                Optional.of(Duration.ofMillis(8)),
                                Optional.of("ann")));
    }

    @Test
    void marksAMigrationUntilItIsApplied() {
        history.create(session);
        history.started(session, migration("1", "a"));
        history.started(session, migration("1", "a"));
        assertThat(states()).containsExactly(State.FAILED);
        history.failed(session, migration("1", "a"), Duration.ofMillis(1));
        assertThat(states()).containsExactly(State.FAILED);
        history.applied(session, migration("1", "a"), Duration.ofMillis(1));
        assertThat(states()).containsExactly(State.APPLIED);
    }

    @Test
    void forgetsWhatWasTakenBack() {
        history.create(session);
        history.applied(session, migration("1", "a"), Duration.ZERO);
        history.applied(session, migration("2", "b"), Duration.ZERO);
        history.reverted(session, migration("2", "b"), Optional.of(migration("1", "a")));
        history.forget(session, new MigrationId("1"), FOLDER);
        assertThat(history.read(session, FOLDER)).isEqualTo(new History(true, List.of()));
    }

    @Test
    void baselinesEveryMigrationThatIsCovered() {
        history.create(session);
        history.baseline(session, List.of(migration("1", "a"), migration("2", "b")), migration("2", "b"));
        assertThat(states()).containsExactly(State.BASELINE, State.BASELINE);
    }

    @Test
    void repairsChecksumAndDescription() {
        history.create(session);
        history.applied(session, migration("1", "a"), Duration.ZERO);
        Migration edited = new Migration(
                new MigrationId("1"),
                "x".repeat(300),
                Migration.Kind.VERSIONED,
                "1_a.sql",
                "other",
                Migration.TransactionMode.AUTOMATIC,
                () -> ScriptText.whole(SqlSource.of("a", "")),
                Optional.empty());
        history.repair(session, edited);
        AppliedMigration entry = history.read(session, FOLDER).entries().getFirst();
        assertThat(entry.checksum()).contains("other");
        assertThat(entry.description()).hasSize(255);
    }

    @Test
    void keepsFormatsApart() {
        GodwitHistory other = new GodwitHistory(SETTINGS, "dbmate");
        history.create(session);
        other.create(session);
        history.applied(session, migration("1", "a"), Duration.ZERO);
        other.applied(session, migration("1", "a"), Duration.ZERO);
        other.forget(session, new MigrationId("1"), FOLDER);
        assertThat(states()).containsExactly(State.APPLIED);
        assertThat(other.read(session, FOLDER).entries()).isEmpty();
    }

    @Test
    void refusesTablesOfANewerGodwit() {
        history.create(session);
        session.execute("UPDATE godwit_schema SET version = 99");
        assertThatThrownBy(() -> history.read(session, FOLDER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("layout 99, this one knows 1");
    }

    @Test
    void makesOnlyTheStateTablesThatAreMissing() {
        StateTables journal = new StateTables(SETTINGS, List.of(new TableDefinition("godwit_journal", "step integer")));
        history.create(session);
        history.applied(session, migration("1", "a"), Duration.ZERO);
        journal.create(session);
        session.execute("INSERT INTO godwit_journal VALUES (1)");
        journal.create(session);
        assertThat(session.query("SELECT step FROM godwit_journal", row -> row.getInt(1)))
                .containsExactly(1);
        assertThat(session.query("SELECT version FROM godwit_schema", row -> row.getInt(1)))
                .containsExactly(1);
        assertThat(states()).hasSize(1);
    }

    @Test
    void namesTheOptionWhenItMayNotCreateItsTables() {
        session.close();
        session = new SqliteSessions(":memory:", SqlErrorKind.PERMISSION).open();
        session.execute("PRAGMA query_only = ON");
        assertThatThrownBy(() -> history.create(session))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.kind()).isEqualTo(SqlErrorKind.PERMISSION))
                .hasMessageStartingWith("cannot create table \"godwit_schema\": ")
                .hasMessageEndingWith("let the user create tables");
    }

    private List<State> states() {
        return history.read(session, FOLDER).entries().stream()
                .map(AppliedMigration::state)
                .toList();
    }

    private static Migration migration(String id, String description) {
        return new Migration(
                new MigrationId(id),
                description,
                Migration.Kind.VERSIONED,
                id + "_" + description + ".sql",
                "sum" + id,
                Migration.TransactionMode.AUTOMATIC,
                () -> ScriptText.whole(SqlSource.of(id, "")),
                Optional.empty());
    }
}
