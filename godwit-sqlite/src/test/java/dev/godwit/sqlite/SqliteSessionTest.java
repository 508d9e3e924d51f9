package dev.godwit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.execute.LockPolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions as the executor uses them, on a real file. */
class SqliteSessionTest {
    private static final LockPolicy POLICY = new LockPolicy(Duration.ofMillis(60), Duration.ofSeconds(30));

    @TempDir
    Path folder;

    private Session session;
    private Session other;

    @BeforeEach
    void open() {
        session = connect();
        other = connect();
        session.execute("CREATE TABLE t (a)");
    }

    @AfterEach
    void close() {
        session.close();
        other.close();
    }

    private Session connect() {
        return new SqliteConnector().connect(DatabaseUrl.parse("file:" + folder.resolve("s.db")), "test");
    }

    private static int count(Session session, String table) {
        return session.first("SELECT count(*) FROM " + table, row -> row.getInt(1))
                .orElseThrow();
    }

    @Test
    void undoesDefinitionsWithTheirTransaction() {
        session.begin();
        session.execute("CREATE TABLE u (a)");
        session.execute("ALTER TABLE t ADD COLUMN b");
        session.rollback(new IllegalStateException());
        assertThat(count(session, "sqlite_schema WHERE name = 'u' OR sql LIKE '%b%b%'"))
                .isZero();
    }

    @Test
    void commitsEvenIfAnotherWriterIsQuicker() {
        session.begin();
        session.update("INSERT INTO t VALUES (?)", 1);
        session.commit();
        other.begin();
        assertThat(count(other, "t")).isOne();
        other.rollback(new IllegalStateException());
        session.execute("INSERT INTO t VALUES (2)");
        assertThat(count(other, "t")).isEqualTo(2);
    }

    @Test
    void canTakeBackACommitThatAReaderHeldUp() {
        other.execute("BEGIN");
        count(other, "t");
        new SqliteLockGuard().limit(session, LockMode.BLOCKS_WRITES, POLICY);
        session.begin();
        session.execute("INSERT INTO t VALUES (1)");
        DatabaseException failure = catchThrowableOfType(DatabaseException.class, session::commit);
        assertThat(failure.kind()).isEqualTo(SqlErrorKind.LOCK_TIMEOUT);
        session.rollback(failure);
        assertThat(failure.getSuppressed()).isEmpty();
        try (Session reader = connect()) {
            assertThat(count(reader, "t")).isZero();
        }
        other.execute("COMMIT");
        session.begin();
        session.execute("INSERT INTO t VALUES (1)");
        session.commit();
        assertThat(count(other, "t")).isOne();
    }

    @Test
    void waitsForWritersNoLongerThanTheStallBudget() {
        other.begin();
        new SqliteLockGuard().limit(session, LockMode.BLOCKS_WRITES, POLICY);
        long start = System.nanoTime();
        assertThatThrownBy(session::begin).isInstanceOf(DatabaseException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(40), Duration.ofSeconds(5));
    }

    @Test
    void switchesForeignKeysOutsideTransactionsOnly() {
        session.execute("PRAGMA foreign_keys = ON");
        session.begin();
        session.execute("PRAGMA foreign_keys = OFF");
        session.commit();
        assertThat(session.first("PRAGMA foreign_keys", row -> row.getInt(1))).hasValue(1);
        session.execute("PRAGMA foreign_keys = OFF");
        assertThat(session.first("PRAGMA foreign_keys", row -> row.getInt(1))).hasValue(0);
    }
}
