package dev.godwit.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqliteSessions;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.StateTables;
import dev.godwit.core.journal.JournalEntry.State;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final MigrationId ID = new MigrationId("1");
    private static final HistorySettings SETTINGS = new HistorySettings(
            "sqlite",
            new SqliteDialect(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "ann",
            Clock.systemUTC());

    private final Journal journal = new Journal(SETTINGS, "native");
    private Session session = SqliteSessions.inMemory().open();

    @BeforeEach
    void open() {
        session = SqliteSessions.inMemory().open();
        assertThat(journal.unfinished(session)).isEmpty();
        new StateTables(SETTINGS, List.of(Journal.TABLE)).create(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void remembersTheLastWordOnEachUnitInTheirOrder() {
        journal.write(session, ID, "UP", entry(1, "b", State.INTENT));
        journal.write(session, ID, "UP", entry(0, "a", State.DONE));
        journal.write(session, ID, "UP", entry(1, "b", State.BROKEN));
        assertThat(journal.read(session, ID, "UP"))
                .containsExactly(entry(0, "a", State.DONE), entry(1, "b", State.BROKEN));
    }

    @Test
    void keepsDirectionsMigrationsAndLayoutsApart() {
        journal.write(session, ID, "UP", entry(0, "a", State.DONE));
        assertThat(journal.read(session, ID, "DOWN")).isEmpty();
        assertThat(journal.read(session, new MigrationId("2"), "UP")).isEmpty();
        Journal other = new Journal(SETTINGS, "dbmate");
        assertThat(other.read(session, ID, "UP")).isEmpty();
        assertThat(other.unfinished(session)).isEmpty();
        other.clear(session, ID);
        assertThat(journal.read(session, ID, "UP")).hasSize(1);
    }

    @Test
    void knowsAMigrationThatHasBegunBeforeAnyOfItsUnits() {
        journal.begin(session, ID, "DOWN");
        journal.begin(session, ID, "DOWN");
        assertThat(journal.read(session, ID, "DOWN")).isEmpty();
        assertThat(journal.unfinished(session)).containsExactly(new Journal.Unfinished(ID, "DOWN"));
    }

    @Test
    void takesBackTheIntentOfAUnitThatIsNotDone() {
        journal.begin(session, ID, "UP");
        journal.write(session, ID, "UP", entry(0, "a", State.DONE));
        journal.write(session, ID, "UP", entry(1, "b", State.INTENT));
        journal.withdraw(session, ID, "UP", 1);
        assertThat(journal.read(session, ID, "UP")).containsExactly(entry(0, "a", State.DONE));
        journal.clear(session, ID);
        assertThat(journal.unfinished(session)).isEmpty();
    }

    @Test
    void losesWhatARolledBackTransactionWrote() {
        session.begin();
        journal.write(session, ID, "UP", entry(0, "a", State.DONE));
        session.rollback(new IllegalStateException());
        assertThat(journal.read(session, ID, "UP")).isEmpty();
    }

    private static JournalEntry entry(int unit, String text, State state) {
        return new JournalEntry(unit, StepId.of(List.of(text)), state, "before", "17/3");
    }
}
