package dev.godwit.core.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.journal.JournalEntry;
import dev.godwit.core.journal.ObjectFingerprint.Proof;
import dev.godwit.core.journal.StepId;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration.TransactionMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRunnerTest {
    // A transaction, a statement that commits by itself, a transaction.
    private static final String MIXED =
            "INSERT INTO data VALUES ('a'); CREATE TABLE t (i int);\nREINDEX data;\nINSERT INTO data VALUES ('b');";
    // Nothing but statements of which each is looked at.
    private static final String SINGLE = "CREATE TABLE one (i int);\nCREATE TABLE two (i int);";

    @TempDir
    Path directory = Path.of("set by JUnit");

    private TestBench bench = new TestBench(Path.of(":memory:"));

    @BeforeEach
    void open() {
        bench.close();
        bench = new TestBench(directory.resolve("a.db"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void recordsOneTransactionWithinItselfAndWithoutAJournal() {
        bench.up("INSERT INTO data VALUES ('a'); CREATE TABLE t (i int)");
        assertThat(bench.data()).containsExactly("a");
        assertThat(bench.done()).containsExactly("recorded");
        assertThat(bench.unfinished()).isFalse();
        assertThat(bench.eventNames()).containsExactly("UnitStarted", "EffectDone", "UnitFinished");
    }

    @Test
    void recordsAnEmptyFileToo() {
        bench.up("-- nothing");
        assertThat(bench.done()).containsExactly("recorded");
        assertThat(bench.events).isEmpty();
    }

    @Test
    void journalsAFileThatIsNotOneTransaction() {
        bench.up(MIXED);
        assertThat(bench.data()).containsExactly("a", "b");
        assertThat(bench.done()).containsExactly("started", "recorded");
        assertThat(bench.unfinished()).isFalse();
        assertThat(bench.eventNames())
                .containsExactly(
                        "UnitStarted",
                        "EffectDone",
                        "UnitFinished",
                        "UnitStarted",
                        "IntentWritten",
                        "EffectDone",
                        "UnitFinished",
                        "UnitStarted",
                        "EffectDone",
                        "UnitFinished");
    }

    @Test
    void takesAMigrationBackByItsDownScript() {
        bench.down("DELETE FROM data");
        assertThat(bench.done()).containsExactly("recorded");
        assertThat(bench.events)
                .first()
                .extracting(event -> ((Event.UnitStarted) event).sql())
                .isEqualTo("DELETE FROM data");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void doesEverythingExactlyOnceWhereverItWasInterrupted(int instant) {
        bench.crashAt(event -> bench.events.size() == instant + 1);
        assertThatThrownBy(() -> bench.up(MIXED)).isInstanceOf(TestBench.Crash.class);
        bench.up(MIXED);
        assertThat(bench.data()).containsExactly("a", "b");
        assertThat(bench.objects()).containsExactly("t");
        assertThat(bench.done()).endsWith("recorded").containsOnlyOnce("recorded");
        assertThat(bench.unfinished()).isFalse();
    }

    @Test
    void seesInTheDatabaseThatAStatementIsDone() {
        bench.crashAt(event -> event instanceof Event.EffectDone done && done.unit() == 0);
        assertThatThrownBy(() -> bench.up(SINGLE, TransactionMode.NONE)).isInstanceOf(TestBench.Crash.class);
        assertThat(bench.journalled(Direction.UP))
                .extracting(JournalEntry::state)
                .containsExactly(JournalEntry.State.INTENT);
        bench.up(SINGLE, TransactionMode.NONE);
        assertThat(bench.objects()).containsExactly("one", "two");
        assertThat(bench.resumed()).containsExactly("1 of 2");
    }

    @Test
    void seesInTheDatabaseThatAStatementIsNotDone() {
        bench.crashAt(event -> event instanceof Event.IntentWritten);
        assertThatThrownBy(() -> bench.up(SINGLE, TransactionMode.NONE)).isInstanceOf(TestBench.Crash.class);
        assertThat(bench.objects()).isEmpty();
        bench.up(SINGLE, TransactionMode.NONE);
        assertThat(bench.objects()).containsExactly("one", "two");
        assertThat(bench.resumed()).containsExactly("0 of 2");
    }

    @Test
    void refusesToGuessWhereNothingTells() {
        bench.answers.proof = Proof.NONE;
        bench.crashAt(event -> event instanceof Event.EffectDone);
        assertThatThrownBy(() -> bench.up("CALL tidy()")).isInstanceOf(StepFailedException.class);
        bench.crashAt(event -> event instanceof Event.IntentWritten);
        assertThatThrownBy(() -> bench.up("REINDEX data; VACUUM")).isInstanceOf(TestBench.Crash.class);
        assertThatThrownBy(() -> bench.up("REINDEX data; VACUUM"))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessage(
                        "cannot resume migration \"1\" (1.sql): the run ended within step 1, and nothing in the database"
                                + " tells whether it took effect: REINDEX data. When you know how it stands, tell Godwit:"
                                + " godwit resolve --applied 1 or godwit resolve --rolled-back 1");
    }

    @Test
    void repeatsWhatMayBeRepeated() {
        bench.answers.proof = Proof.REPEATABLE;
        bench.crashAt(event -> event instanceof Event.EffectDone);
        assertThatThrownBy(() -> bench.up("REINDEX data; VACUUM")).isInstanceOf(TestBench.Crash.class);
        bench.up("REINDEX data; VACUUM");
        assertThat(bench.resumed()).containsExactly("0 of 2");
    }

    @Test
    void refusesToGoOnAfterAStatementThatFailedWithATrace() {
        bench.journal(new JournalEntry(0, StepId.of(List.of("VACUUM")), JournalEntry.State.BROKEN, "", ""));
        assertThatThrownBy(() -> bench.up("VACUUM"))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining("step 1 failed after it had changed something: VACUUM. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO data VALUES ('other'); REINDEX data; VACUUM", "-- nothing left"})
    void refusesAFileThatWasChangedWhereItHadBeenRun(String changed) {
        bench.crashAt(event -> event instanceof Event.UnitStarted started && started.unit() == 1);
        assertThatThrownBy(() -> bench.up(MIXED)).isInstanceOf(TestBench.Crash.class);
        assertThatThrownBy(() -> bench.up(changed))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining("step 1 of the file is not what was run: ");
        assertThat(bench.data()).containsExactly("a");
    }

    @Test
    void goesOnWithACorrectedStatementAfterThoseThatAreDone() {
        StepFailedException failure = catchThrowableOfType(
                StepFailedException.class,
                () -> bench.up("CREATE TABLE t (i int);\nREINDEX data;\n  INSERT INTO nowhere VALUES ('x')"));
        assertThat(failure.file()).isEqualTo("1.sql");
        assertThat(failure.position()).hasToString("3:3");
        assertThat(failure.statement()).isEqualTo("INSERT INTO nowhere VALUES ('x')");
        assertThat(failure)
                .hasMessageStartingWith("cannot run migration \"1\": 1.sql:3:3: ")
                .hasMessageContaining("no such table: nowhere")
                .hasMessageEndingWith("Its first 2 of 3 steps are done and recorded."
                        + " Correct this statement, then run godwit migrate again: it goes on here");
        assertThat(bench.done()).containsExactly("started", "failed");
        bench.up("CREATE TABLE t (i int);\nREINDEX data;\nINSERT INTO data VALUES ('x')");
        assertThat(bench.data()).containsExactly("x");
        assertThat(bench.unfinished()).isFalse();
    }

    @Test
    void leavesNothingOfOneTransactionThatFails() {
        assertThatThrownBy(() -> bench.up("INSERT INTO data VALUES ('a'); INSERT INTO nowhere VALUES (1)"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageEndingWith("Nothing of this migration is left in the database."
                        + " Correct this statement, then run godwit migrate again");
        assertThat(bench.data()).isEmpty();
        assertThat(bench.done()).isEmpty();
        assertThat(bench.unfinished()).isFalse();
    }

    @Test
    void takesItsMarksBackWhenTheFirstStatementFailsWithoutATrace() {
        assertThatThrownBy(() -> bench.up("REINDEX nowhere; VACUUM")).isInstanceOf(StepFailedException.class);
        assertThat(bench.done()).containsExactly("started", "withdrawn");
        assertThat(bench.unfinished()).isFalse();
    }

    @Test
    void saysTheSettingsAgainThatADoneStepHadMade() {
        String sql = "PRAGMA case_sensitive_like = ON; REINDEX data; INSERT INTO data SELECT 'A' LIKE 'a'";
        bench.crashAt(event -> event instanceof Event.UnitFinished);
        assertThatThrownBy(() -> bench.up(sql)).isInstanceOf(TestBench.Crash.class);
        bench.up(sql);
        assertThat(bench.data()).containsExactly("0");
    }

    @Test
    void waitsForAServerThatIsStillAtWorkOnTheStep() {
        bench.answers.identity = "17/3";
        bench.crashAt(event -> event instanceof Event.IntentWritten);
        assertThatThrownBy(() -> bench.up("REINDEX data; VACUUM")).isInstanceOf(TestBench.Crash.class);
        bench.answers.alive = true;
        assertThatThrownBy(
                        () -> bench.up("REINDEX data; VACUUM", new LockPolicy(Duration.ofMillis(500), Duration.ZERO)))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessageContaining(
                        "the server is still at work on step 1 in session 17/3. Run it again when that has ended");
        bench.answers.alive = false;
        bench.up("REINDEX data; VACUUM");
        assertThat(bench.done()).endsWith("recorded");
    }

    @Test
    void waitsWithoutQueueingBehindThoseWhoHoldTheTable() {
        bench.answers.blockers.add(List.of("session 7: idle in transaction"));
        bench.up("ALTER TABLE data ADD COLUMN more int");
        assertThat(bench.eventNames()).containsExactly("UnitStarted", "LockRetry", "EffectDone", "UnitFinished");
        assertThat(bench.events.get(1))
                .isInstanceOfSatisfying(
                        Event.LockRetry.class,
                        retry -> assertThat(retry.blockers()).containsExactly("session 7: idle in transaction"));
    }

    @Test
    void givesUpWhenThePatienceForALockIsUsedUp() {
        bench.answers.blockers.add(List.of("session 7"));
        assertThatThrownBy(() -> bench.up(
                        "ALTER TABLE data ADD COLUMN more int", new LockPolicy(Duration.ofMillis(500), Duration.ZERO)))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("no lock for ALTER TABLE data ADD COLUMN more int within PT0S and 1 tries:"
                        + " others hold the table. It is held by session 7. ");
        assertThat(bench.done()).isEmpty();
    }

    @Test
    void asksForNoBlockersOfAWeakLock() {
        bench.answers.blockers.add(List.of("session 7"));
        bench.up("INSERT INTO data VALUES ('a')");
        assertThat(bench.answers.blockers).hasSize(1);
    }

    @Test
    void stopsBeforeTheNextStep() {
        bench.crashAt(event -> {
            if (event instanceof Event.UnitFinished) {
                bench.stop.request();
            }
            return false;
        });
        assertThatThrownBy(() -> bench.up(MIXED))
                .isInstanceOf(StoppedException.class)
                .hasMessage("stopped in migration \"1\" after 1 of 3 steps, which are recorded."
                        + " Go on with: godwit migrate");
        assertThat(bench.data()).containsExactly("a");
        assertThat(bench.eventNames()).endsWith("UnitStarted", "Stopping");
    }

    @Test
    void stopsWithinATransactionBetweenTwoStatements() {
        bench.answers.onBlockers = bench.stop::request;
        assertThatThrownBy(() -> bench.up("ALTER TABLE data ADD COLUMN more int; INSERT INTO data VALUES ('a', 1)"))
                .isInstanceOf(StoppedException.class)
                .hasMessage("stopped in migration \"1\": step 1 of 1 was rolled back. Go on with: godwit migrate");
        assertThat(bench.data()).isEmpty();
        assertThat(bench.done()).isEmpty();
    }

    @Test
    void refusesAFileThatTakesBackWhatItDoes() {
        assertThatThrownBy(() -> bench.up("BEGIN; INSERT INTO data VALUES ('a'); ROLLBACK"))
                .isInstanceOf(InvalidMigrationException.class);
        assertThat(bench.done()).isEmpty();
    }
}
