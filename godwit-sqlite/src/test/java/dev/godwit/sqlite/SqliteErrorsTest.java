package dev.godwit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConnection;

class SqliteErrorsTest {
    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = connect("");
        session.execute("CREATE TABLE t (a INTEGER UNIQUE, b TEXT)");
        session.execute("INSERT INTO t VALUES (1, 'x')");
    }

    private Session connect(String query) {
        return new SqliteConnector().connect(DatabaseUrl.parse("file:" + folder.resolve("e.db") + query), "test");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static DatabaseException failure(Session session, String sql) {
        return catchThrowableOfType(DatabaseException.class, () -> session.execute(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABL u (a)                | near "TABL": syntax error           | 8
            INSERT INTO t VALUES (1, 'y')    | UNIQUE constraint failed: t.a       | 0
            SELECT * FROM missing            | no such table: missing              | 0
            SELECT a a a FROM t              | near "a": syntax error              | 0
            CREATE TABLE "ä" (x) STRICTT     | unknown table option: STRICTT       | 0
            UPDATE t SET b = 'ä' WHEN 1      | near "WHEN": syntax error           | 22
            """)
    void givesTheWordsOfSqliteAloneAndThePlaceWhereItIsCertain(String sql, String words, int position) {
        DatabaseException failure = failure(session, sql);
        assertThat(failure).hasMessage(words);
        assertThat(failure.position().orElse(0)).isEqualTo(position);
        assertThat(failure.kind()).isEqualTo(SqlErrorKind.OTHER);
    }

    @Test
    void knowsAWaitForAnotherWriter() throws Exception {
        try (Session other = connect("")) {
            other.begin();
            session.with(connection -> {
                connection.unwrap(SQLiteConnection.class).setBusyTimeout(1);
                return "";
            });
            assertThat(failure(session, "INSERT INTO t VALUES (2, 'y')").kind()).isEqualTo(SqlErrorKind.LOCK_TIMEOUT);
            assertThat(catchThrowableOfType(DatabaseException.class, session::begin)
                            .kind())
                    .isEqualTo(SqlErrorKind.LOCK_TIMEOUT);
        }
    }

    @Test
    void knowsAReadOnlyDatabase() {
        try (Session reader = connect("?mode=ro")) {
            assertThat(failure(reader, "DELETE FROM t").kind()).isEqualTo(SqlErrorKind.READ_ONLY);
        }
    }

    @Test
    void knowsADatabaseThatIsFull() {
        session.execute("PRAGMA max_page_count = 4");
        String rows = String.join(
                ",",
                IntStream.range(10, 400)
                        .mapToObj(i -> "(" + i + ", zeroblob(500))")
                        .toList());
        assertThat(failure(session, "INSERT INTO t VALUES " + rows).kind()).isEqualTo(SqlErrorKind.DISK_FULL);
    }
}
