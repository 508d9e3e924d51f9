package dev.godwit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.journal.ObjectFingerprint.Proof;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteEngineTest {
    @TempDir
    Path folder;

    private final SqliteEngine engine = new SqliteEngine();
    private Session session;

    @BeforeEach
    void open() {
        session = connect("");
        session.execute("CREATE TABLE T (a, b)");
        session.execute("CREATE INDEX i ON t (a)");
        session.execute("CREATE VIEW v AS SELECT a FROM t");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Session connect(String query) {
        return engine.connector().connect(DatabaseUrl.parse("file:" + folder.resolve("e.db") + query), "test");
    }

    private String digest(String sql) {
        SqlSource source = SqlSource.of("x", sql);
        return engine.fingerprint().of(session, source, statement(source));
    }

    private Statement statement(SqlSource source) {
        return engine.dialect().statement(source, source.whole());
    }

    @Test
    void knowsItsVersion() {
        assertThat(engine.version(session).atLeast(3, 35)).isTrue();
        assertThat(engine.currentSchema(session)).isEmpty();
    }

    @Test
    void isReadOnlyWhereNothingCanBeWritten() {
        assertThat(engine.isReadOnly(session)).isFalse();
        session.execute("PRAGMA query_only = on");
        assertThat(engine.isReadOnly(session)).isTrue();
        try (Session reader = connect("?mode=ro")) {
            assertThat(engine.isReadOnly(reader)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE n (a)",
                "CREATE INDEX j ON t (b)",
                "DROP INDEX i",
                "ALTER TABLE t ADD COLUMN c",
                "ALTER TABLE t RENAME TO u",
                "ALTER TABLE \"T\" RENAME COLUMN b TO c",
                "ALTER TABLE t DROP COLUMN b",
                "DROP VIEW v",
                "CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END",
                "CREATE TEMP TABLE tt (a)",
            })
    void fingerprintChangesWithTheDefinitionAndWithNothingElse(String sql) {
        String before = digest(sql);
        session.execute("INSERT INTO t VALUES (1, 2)");
        session.execute("CREATE TABLE other (a)");
        assertThat(digest(sql)).isEqualTo(before);
        session.execute(sql);
        assertThat(digest(sql)).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "PRAGMA journal_mode = wal, REPEATABLE",
        "VACUUM, REPEATABLE",
        "VACUUM INTO \"x\", NONE",
        "INSERT INTO t VALUES (1), NONE",
        "DROP TABLE t, BY_DIGEST",
    })
    void saysWhatIsProved(String sql, Proof proof) {
        SqlSource source = SqlSource.of("x", sql);
        assertThat(engine.fingerprint().proof(statement(source), session, source))
                .isEqualTo(proof);
    }
}
