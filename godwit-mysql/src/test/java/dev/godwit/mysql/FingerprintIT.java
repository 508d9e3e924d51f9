package dev.godwit.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.db.Session;
import dev.godwit.core.journal.ObjectFingerprint.Proof;
import dev.godwit.sql.SqlSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintIT {
    private static final String DATABASE = "fingerprint_it";
    private static final List<String> SETUP = List.of(
            "CREATE TABLE parent (id int PRIMARY KEY) ENGINE = InnoDB",
            "INSERT INTO parent VALUES (1)",
            "CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a int, b varchar(20) NOT NULL DEFAULT '', KEY ka (a))"
                    + " ENGINE = InnoDB",
            "CREATE TABLE parts (id int PRIMARY KEY) ENGINE = InnoDB PARTITION BY RANGE (id)"
                    + " (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)",
            "CREATE TABLE swap (id int PRIMARY KEY) ENGINE = InnoDB",
            "CREATE VIEW v AS SELECT a FROM t",
            "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1",
            "CREATE PROCEDURE p(IN x int) SELECT x",
            "CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x",
            "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1");
    private static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE n (a int)",
            "CREATE TABLE n LIKE t",
            "CREATE TABLE n AS SELECT * FROM t",
            "ALTER TABLE t ADD COLUMN c int",
            "ALTER TABLE t DROP COLUMN b",
            "ALTER TABLE t MODIFY a bigint",
            "ALTER TABLE t CHANGE a z int",
            "ALTER TABLE t ALTER COLUMN a SET DEFAULT 5",
            "ALTER TABLE t ADD INDEX (b)",
            "ALTER TABLE t DROP INDEX ka",
            "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES parent (id)",
            "ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0)",
            "ALTER TABLE t COMMENT = 'x'",
            "ALTER TABLE t CONVERT TO CHARACTER SET latin1",
            "ALTER TABLE `t` RENAME TO `t2`",
            "ALTER TABLE " + DATABASE + ".t ADD COLUMN c int",
            "RENAME TABLE t TO t2, parent TO t",
            "CREATE UNIQUE INDEX u ON t (b)",
            "DROP INDEX ka ON t",
            "DROP TABLE t",
            "DROP TABLE t, swap",
            "ALTER TABLE parts ADD COLUMN c int",
            "ALTER TABLE parts DROP PARTITION p0",
            "ALTER TABLE parts TRUNCATE PARTITION p0",
            "ALTER TABLE parts EXCHANGE PARTITION p0 WITH TABLE swap",
            "TRUNCATE TABLE t",
            "TRUNCATE parts",
            "CREATE VIEW nv AS SELECT 1 AS x",
            "CREATE OR REPLACE VIEW v AS SELECT b FROM t",
            "DROP VIEW v",
            "CREATE TRIGGER nt AFTER DELETE ON t FOR EACH ROW SET @x = 1",
            "DROP TRIGGER tr",
            "CREATE PROCEDURE np() SELECT 2",
            "DROP PROCEDURE p",
            "ALTER FUNCTION f COMMENT 'y'",
            "DROP FUNCTION f",
            "CREATE EVENT ne ON SCHEDULE EVERY 2 DAY DO SELECT 1",
            "ALTER EVENT e ENABLE",
            "DROP EVENT e",
            "CREATE DATABASE fingerprint_it_2",
            "ALTER DATABASE " + DATABASE + " CHARACTER SET latin1",
            "CREATE USER fp_new@localhost IDENTIFIED BY 'x'",
            "GRANT SELECT ON t TO fp@localhost",
            "DROP USER fp@localhost");

    static Stream<Arguments> definitions() {
        return EnumSet.allOf(TestServer.class).stream()
                .flatMap(server -> DEFINITIONS.stream().map(sql -> Arguments.of(server, sql)));
    }

    private static Session setUp(TestServer server) {
        Session session = server.fresh(DATABASE);
        SETUP.forEach(session::execute);
        session.execute("DROP DATABASE IF EXISTS fingerprint_it_2");
        session.execute("DROP USER IF EXISTS fp@localhost, fp_new@localhost");
        session.execute("CREATE USER fp@localhost IDENTIFIED BY 'x'");
        return session;
    }

    private static String digest(TestServer server, Session session, String sql) {
        SqlSource source = SqlSource.of("x", sql);
        return server.engine().fingerprint().of(session, source, server.statement(sql));
    }

    private static Proof proof(TestServer server, Session session, String sql) {
        return server.engine().fingerprint().proof(server.statement(sql), session, SqlSource.of("x", sql));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void changesWithTheDefinitionAndWithNothingElse(TestServer server, String sql) {
        try (Session session = setUp(server)) {
            String before = digest(server, session, sql);
            session.execute("INSERT INTO t (b) VALUES ('row'), ('row2')");
            session.execute("CREATE TABLE other (a int)");
            session.execute("ANALYZE TABLE t");
            session.execute("SET SESSION sql_mode = 'ANSI'");
            assertThat(proof(server, session, sql)).isEqualTo(Proof.BY_DIGEST);
            assertThat(digest(server, session, sql)).isEqualTo(before);
            session.execute(sql);
            assertThat(digest(server, session, sql)).isNotEqualTo(before);
            assertThat(proof(server, session, sql)).isEqualTo(Proof.BY_DIGEST);
            assertThat(session.first("SELECT @@sql_mode", row -> row.getString(1))
                            .orElseThrow())
                    .contains("ANSI");
        }
    }

    @ParameterizedTest
    @EnumSource
    void admitsWhatNobodyCanTell(TestServer server) {
        try (Session session = setUp(server)) {
            for (String sql : Set.of("INSERT INTO t (a) VALUES (1)", "CALL p(1)", "FROBNICATE t")) {
                assertThat(proof(server, session, sql)).as(sql).isEqualTo(Proof.NONE);
            }
            for (String sql : Set.of("ANALYZE TABLE t", "OPTIMIZE TABLE t", "SET @x = 1", "SHOW TABLES")) {
                assertThat(proof(server, session, sql)).as(sql).isEqualTo(Proof.REPEATABLE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsADropThatWasCutOff(TestServer server) {
        try (Session session = setUp(server)) {
            String before = digest(server, session, "DROP TABLE t, swap");
            session.execute("DROP TABLE swap");
            assertThat(proof(server, session, "DROP TABLE t, swap")).isEqualTo(Proof.NONE);
            assertThat(proof(server, session, "DROP TABLE IF EXISTS t, swap")).isEqualTo(Proof.BY_DIGEST);
            assertThat(digest(server, session, "DROP TABLE IF EXISTS t, swap")).isEqualTo(before);
        }
    }

    @Test
    void runsAReplacementAgainThatLostItsTable() {
        TestServer server = TestServer.MARIADB;
        try (Session session = setUp(server)) {
            String sql = "CREATE OR REPLACE TABLE swap (b int)";
            assertThat(proof(server, session, sql)).isEqualTo(Proof.BY_DIGEST);
            session.execute("DROP TABLE swap");
            assertThat(proof(server, session, sql)).isEqualTo(Proof.REPEATABLE);
        }
    }

    @Test
    void knowsThatMysqlReplacesNoTables() {
        TestServer server = TestServer.MYSQL;
        try (Session session = setUp(server)) {
            String sql = "CREATE OR REPLACE TABLE swap (b int)";
            assertThatThrownBy(() -> session.execute(sql)).hasMessageContaining("SQL syntax");
            assertThat(proof(server, session, sql)).isEqualTo(Proof.NONE);
        }
    }

    // A view is replaced at one stroke on both, so that a view that is gone was dropped by somebody else.
    @ParameterizedTest
    @EnumSource
    void tellsAReplacedViewFromOneThatIsGone(TestServer server) {
        try (Session session = setUp(server)) {
            String sql = "CREATE OR REPLACE VIEW v AS SELECT b FROM t";
            String before = digest(server, session, sql);
            session.execute(sql);
            String replaced = digest(server, session, sql);
            session.execute("DROP VIEW v");
            assertThat(proof(server, session, sql)).isEqualTo(Proof.BY_DIGEST);
            assertThat(digest(server, session, sql)).isNotIn(before, replaced);
            session.execute(sql);
            assertThat(digest(server, session, sql)).isEqualTo(replaced);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isQuickAmongManyTables(TestServer server) {
        try (Session session = setUp(server)) {
            for (int i = 0; i < 300; i++) {
                session.execute("CREATE TABLE many_" + i + " (a int)");
            }
            digest(server, session, "ALTER TABLE t ADD COLUMN c int");
            long start = System.nanoTime();
            digest(server, session, "ALTER TABLE t ADD COLUMN c int");
            assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        }
    }
}
