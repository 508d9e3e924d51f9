package dev.godwit.sql;

import static dev.godwit.sql.Splits.MARIADB;
import static dev.godwit.sql.Splits.MYSQL;
import static dev.godwit.sql.Splits.POSTGRES;
import static dev.godwit.sql.Splits.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.AddEnumValue;
import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.Reindex;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.Unparsed;
import org.junit.jupiter.api.Test;

/** Statements and what is told of them, in one line each. */
final class OutlineTest {
    @Test
    void readsTransactionControl() {
        check(POSTGRES, "BEGIN ISOLATION LEVEL SERIALIZABLE", "control BEGIN");
        check(POSTGRES, "START TRANSACTION", "control BEGIN");
        check(POSTGRES, "END", "control COMMIT");
        check(POSTGRES, "commit and chain", "control COMMIT");
        check(POSTGRES, "ABORT", "control ROLLBACK");
        check(POSTGRES, "ROLLBACK WORK TO SAVEPOINT a", "control ROLLBACK_TO");
        check(POSTGRES, "SAVEPOINT a", "control SAVEPOINT");
        check(POSTGRES, "RELEASE a", "control RELEASE");
        check(POSTGRES, "PREPARE TRANSACTION 'x'", "maintenance PREPARE TRANSACTION []");
        check(POSTGRES, "COMMIT PREPARED 'x'", "maintenance COMMIT PREPARED []");
        check(POSTGRES, "ROLLBACK PREPARED 'x'", "maintenance ROLLBACK PREPARED []");
        check(MYSQL, "START TRANSACTION READ ONLY", "control BEGIN");
        check(MYSQL, "START REPLICA", "maintenance START []");
        check(MYSQL, "BEGIN WORK", "control BEGIN");
        check(MYSQL, "ROLLBACK TO a", "control ROLLBACK_TO");
        check(SQLITE, "BEGIN IMMEDIATE", "control BEGIN");
        check(SQLITE, "END TRANSACTION", "control COMMIT");
        check(SQLITE, "ROLLBACK TRANSACTION TO a", "control ROLLBACK_TO");
    }

    @Test
    void readsSessionSettings() {
        check(POSTGRES, "SET lock_timeout = '2s'", "setting lock_timeout '2s' SESSION");
        check(POSTGRES, "SET LOCAL Search_Path TO a, \"B\"", "setting search_path a, \"B\" TRANSACTION");
        check(POSTGRES, "SET SESSION my.x = 1", "setting my.x 1 SESSION");
        check(POSTGRES, "SET TIME ZONE 'UTC'", "setting timezone 'UTC' SESSION");
        check(POSTGRES, "SET TRANSACTION READ ONLY", "setting transaction READ ONLY TRANSACTION");
        check(
                POSTGRES,
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
                "setting transaction AS TRANSACTION READ ONLY SESSION");
        check(POSTGRES, "SET CONSTRAINTS ALL DEFERRED", "setting constraints ALL DEFERRED TRANSACTION");
        check(POSTGRES, "SET SCHEMA 'x'", "setting search_path 'x' SESSION");
        check(POSTGRES, "RESET ALL", "setting all  SESSION");
        check(POSTGRES, "DISCARD ALL", "setting discard ALL SESSION");
        check(POSTGRES, "PREPARE p AS SELECT 1", "setting prepare p SESSION");
        check(MYSQL, "SET @x = 1, @y = 2", "setting @x 1, @y = 2 SESSION");
        check(MYSQL, "SET @@GLOBAL.Max_Connections = 5", "setting max_connections 5 SERVER");
        check(MYSQL, "SET PERSIST a = 5", "setting a 5 SERVER");
        check(MYSQL, "SET SESSION autocommit := 0", "setting autocommit 0 SESSION");
        check(MYSQL, "SET NAMES utf8mb4", "setting names utf8mb4 SESSION");
        check(MYSQL, "SET TRANSACTION READ ONLY", "setting transaction READ ONLY TRANSACTION");
        check(MYSQL, "/*!40101 SET character_set_client = utf8 */", "setting character_set_client utf8 SESSION");
        check(MYSQL, "USE `shop`", "setting use shop SESSION");
        check(MYSQL, "DEALLOCATE PREPARE s", "setting deallocate s SESSION");
        check(SQLITE, "PRAGMA foreign_keys = OFF", "setting foreign_keys OFF SESSION");
        check(SQLITE, "PRAGMA main.Journal_Mode(WAL)", "setting journal_mode WAL SESSION");
        check(SQLITE, "PRAGMA foreign_key_check", "setting foreign_key_check  SESSION");
        check(SQLITE, "ATTACH 'x.db' AS y", "setting attach 'x.db' AS y SESSION");
    }

    @Test
    void readsIndexes() {
        check(
                POSTGRES,
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS a ON ONLY s.T (b)",
                "create index CONCURRENTLY IF_NOT_EXISTS a on s.t");
        check(POSTGRES, "create index on \"T\" (b)", "create index PLAIN NONE  on T");
        check(POSTGRES, "CREATE INDEX concurrently ON t (b)", "create index CONCURRENTLY NONE  on t");
        check(POSTGRES, "DROP INDEX CONCURRENTLY IF EXISTS a, s.b", "drop index CONCURRENTLY IF_EXISTS [a, s.b]");
        check(POSTGRES, "REINDEX INDEX CONCURRENTLY a", "reindex CONCURRENTLY INDEX a");
        check(POSTGRES, "REINDEX (VERBOSE, CONCURRENTLY) TABLE s.t", "reindex CONCURRENTLY TABLE s.t");
        check(POSTGRES, "REINDEX (CONCURRENTLY off) TABLE t", "reindex PLAIN TABLE t");
        check(POSTGRES, "REINDEX SYSTEM", "reindex PLAIN SYSTEM ");
        check(MYSQL, "CREATE FULLTEXT INDEX a USING BTREE ON s.T (b)", "create index PLAIN NONE a on s.T");
        check(MARIADB, "CREATE OR REPLACE INDEX IF NOT EXISTS a ON T (b)", "create index PLAIN IF_NOT_EXISTS a on T");
        check(MYSQL, "DROP INDEX a ON s.t", "drop index PLAIN NONE [s.t.a]");
        check(
                SQLITE,
                "CREATE INDEX IF NOT EXISTS main.a ON [T x] (b)",
                "create index PLAIN IF_NOT_EXISTS main.a on T x");
        check(SQLITE, "DROP INDEX IF EXISTS a", "drop index PLAIN IF_EXISTS [a]");
        check(SQLITE, "REINDEX a", "reindex PLAIN OBJECT a");
    }

    @Test
    void readsEnumValuesInEveryNotation() {
        check(POSTGRES, "ALTER TYPE s.Mood ADD VALUE 'it''s' BEFORE 'x'", "enum s.mood it's");
        check(POSTGRES, "ALTER TYPE m ADD VALUE IF NOT EXISTS E'a\\'b\\n\\x41\\u00e9'", "enum m a'b\nA\u00E9");
        check(POSTGRES, "ALTER TYPE m ADD VALUE $x$a'b$x$", "enum m a'b");
        check(POSTGRES, "ALTER TYPE m ADD VALUE U&'\\00e9\\\\'", "enum m \u00E9\\");
        check(POSTGRES, "ALTER TYPE m RENAME VALUE 'a' TO 'b'", "ALTER TYPE NONE [m] []");
    }

    @Test
    void readsDefinitions() {
        check(
                POSTGRES,
                "CREATE TABLE IF NOT EXISTS a.\"B\" (c int REFERENCES d ON DELETE CASCADE)",
                "CREATE TABLE IF_NOT_EXISTS [a.B] []");
        check(POSTGRES, "CREATE TEMP TABLE a AS SELECT 1", "CREATE TABLE NONE [a] [TEMPORARY, AS SELECT]");
        check(POSTGRES, "CREATE MATERIALIZED VIEW v AS SELECT 1", "CREATE MATERIALIZED VIEW NONE [v] []");
        check(
                POSTGRES,
                "CREATE OR REPLACE FUNCTION f(a int) RETURNS int AS $$ x $$",
                "CREATE FUNCTION NONE [f] [OR REPLACE]");
        check(POSTGRES, "ALTER TABLE ONLY a DETACH PARTITION b CONCURRENTLY", "ALTER TABLE NONE [a] [CONCURRENTLY]");
        check(POSTGRES, "ALTER TABLE IF EXISTS a DETACH PARTITION b FINALIZE", "ALTER TABLE IF_EXISTS [a] [FINALIZE]");
        check(POSTGRES, "ALTER TABLE a SET TABLESPACE b", "ALTER TABLE NONE [a] []");
        check(POSTGRES, "ALTER DATABASE a SET TABLESPACE b", "ALTER DATABASE NONE [a] [SET TABLESPACE]");
        check(POSTGRES, "ALTER SYSTEM SET a = 1", "ALTER SYSTEM NONE [] []");
        check(POSTGRES, "DROP TABLE IF EXISTS a, b.c CASCADE", "DROP TABLE IF_EXISTS [a, b.c] [CASCADE]");
        check(POSTGRES, "DROP FUNCTION f(int, text), g", "DROP FUNCTION NONE [f, g] []");
        check(
                POSTGRES,
                "CREATE CONSTRAINT TRIGGER x AFTER INSERT ON s.t EXECUTE FUNCTION f()",
                "CREATE TRIGGER NONE [x, s.t] []");
        check(POSTGRES, "CREATE POLICY p ON t USING (true)", "CREATE POLICY NONE [p, t] []");
        check(POSTGRES, "CREATE USER MAPPING IF NOT EXISTS FOR u SERVER s", "CREATE USER MAPPING IF_NOT_EXISTS [u] []");
        check(POSTGRES, "CREATE SCHEMA IF NOT EXISTS a", "CREATE SCHEMA IF_NOT_EXISTS [a] []");
        check(POSTGRES, "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO x", "ALTER DEFAULT PRIVILEGES NONE [] []");
        check(POSTGRES, "COMMENT ON COLUMN a.b IS 'x'", "COMMENT COLUMN NONE [a.b] []");
        check(POSTGRES, "GRANT SELECT (a), INSERT ON TABLE b, c TO d", "GRANT TABLE NONE [b, c] []");
        check(POSTGRES, "REVOKE a FROM b", "REVOKE ROLE NONE [] []");
        check(POSTGRES, "TRUNCATE ONLY a, b CASCADE", "TRUNCATE TABLE NONE [a, b] [CASCADE]");
        check(MYSQL, "CREATE TABLE A LIKE B", "CREATE TABLE NONE [A] [LIKE]");
        check(MYSQL, "CREATE TABLE a SELECT 1", "CREATE TABLE NONE [a] [AS SELECT]");
        check(
                MYSQL,
                "CREATE DEFINER=`a`@`b` TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = 1",
                "CREATE TRIGGER NONE [t, x] []");
        check(
                MYSQL,
                "CREATE ALGORITHM=MERGE DEFINER=CURRENT_USER() SQL SECURITY INVOKER VIEW v AS SELECT 1",
                "CREATE VIEW NONE [v] [SQL SECURITY INVOKER]");
        check(MYSQL, "CREATE DEFINER=a@b.c.d VIEW v AS SELECT 1", "CREATE VIEW NONE [v] []");
        check(MYSQL, "CREATE DATABASE /*!32312 IF NOT EXISTS*/ a", "CREATE DATABASE IF_NOT_EXISTS [a] []");
        check(MYSQL, "ALTER TABLE a ADD b int, ALGORITHM=INPLACE, LOCK=NONE", "ALTER TABLE NONE [a] [ALGORITHM, LOCK]");
        check(MYSQL, "DROP TEMPORARY TABLE IF EXISTS a, b", "DROP TABLE IF_EXISTS [a, b] [TEMPORARY]");
        check(MYSQL, "RENAME TABLE a TO b, c.d TO e", "RENAME TABLE NONE [a, b, c.d, e] []");
        check(MYSQL, "SET PASSWORD = 'x'", "SET PASSWORD NONE [] []");
        check(SQLITE, "CREATE VIRTUAL TABLE a USING fts5(b)", "CREATE VIRTUAL TABLE NONE [a] []");
        check(SQLITE, "ALTER TABLE 'a b' RENAME COLUMN c TO d", "ALTER TABLE NONE [a b] []");
    }

    @Test
    void readsDataStatements() {
        check(POSTGRES, "INSERT INTO s.t VALUES (1)", "INSERT s.t");
        check(POSTGRES, "((SELECT 1))", "SELECT");
        check(POSTGRES, "WITH a AS (SELECT 1) DELETE FROM b", "DELETE b");
        check(POSTGRES, "WITH a AS (SELECT 1) SELECT 2", "WITH");
        check(POSTGRES, "UPDATE ONLY t SET a = 1", "UPDATE t");
        check(POSTGRES, "EXPLAIN ANALYZE DELETE FROM t", "EXPLAIN");
        check(POSTGRES, "COPY t TO STDOUT", "COPY t");
        check(POSTGRES, "COPY s.t (a, b) FROM STDIN WITH (FORMAT csv)", "copy s.t");
        check(POSTGRES, "DO $$ x $$", "CODE plpgsql");
        check(MYSQL, "INSERT LOW_PRIORITY IGNORE t SET a = 1", "INSERT t");
        check(MYSQL, "REPLACE INTO t VALUES (1)", "REPLACE t");
        check(MYSQL, "LOAD DATA LOCAL INFILE 'x' REPLACE INTO TABLE t", "LOAD t");
        check(MYSQL, "CALL p(1)", "CALL p");
        check(SQLITE, "INSERT OR IGNORE INTO t VALUES (1)", "INSERT t");
        check(SQLITE, "UPDATE OR FAIL t SET a = 1", "UPDATE t");
    }

    @Test
    void readsMaintenance() {
        check(POSTGRES, "VACUUM (FULL, VERBOSE) a, b (c)", "maintenance VACUUM [a, b]");
        check(POSTGRES, "VACUUM FULL ANALYZE a", "maintenance VACUUM [a]");
        check(POSTGRES, "REFRESH MATERIALIZED VIEW CONCURRENTLY a", "maintenance REFRESH MATERIALIZED VIEW [a]");
        check(POSTGRES, "LOCK TABLE a, b IN SHARE MODE", "maintenance LOCK [a, b]");
        check(MYSQL, "LOCK TABLES a READ, b AS c WRITE", "maintenance LOCK [a, b]");
        check(MYSQL, "UNLOCK TABLES", "maintenance UNLOCK []");
        check(MYSQL, "OPTIMIZE LOCAL TABLE a, b", "maintenance OPTIMIZE [a, b]");
        check(SQLITE, "VACUUM", "maintenance VACUUM []");
    }

    @Test
    void saysWhatItCannotRead() {
        check(POSTGRES, "SELEC 1", "no statement of PostgreSQL begins with \"SELEC\"");
        check(POSTGRES, "CREATE FOO x", "CREATE FOO is no definition that is known here");
        check(POSTGRES, "= 1", "no statement of PostgreSQL begins with \"=\"");
        check(MARIADB, "FOO", "no statement of MariaDB begins with \"FOO\"");
        check(SQLITE, "GRANT a TO b", "no statement of SQLite begins with \"GRANT\"");
    }

    @Test
    void foldsNamesAsTheServerDoes() {
        String longName = "a".repeat(70);
        check(POSTGRES, "DROP TABLE " + longName, "DROP TABLE NONE [" + "a".repeat(63) + "] []");
        check(
                POSTGRES,
                "DROP TABLE \"" + "\u00E9".repeat(40) + "\"",
                "DROP TABLE NONE [" + "\u00E9".repeat(31) + "] []");
        check(POSTGRES, "DROP TABLE \"a\"\"B\", U&\"\\0061b\"", "DROP TABLE NONE [a\"B, ab] []");
        check(MYSQL, "DROP TABLE `a``B`, C", "DROP TABLE NONE [a`B, C] []");
    }

    private static void check(Dialect dialect, String sql, String expected) {
        Statement statement = Splits.only(dialect, sql);
        assertThat(told(statement)).as(sql).isEqualTo(expected);
        SqlSource source = Splits.source(sql);
        assertThat(dialect.statement(source, source.whole())).isEqualTo(statement);
    }

    private static String told(Statement statement) {
        return switch (statement) {
            case TransactionControl control -> "control " + control.verb();
            case SessionSetting setting ->
                "setting %s %s %s".formatted(setting.name(), setting.value().orElse(""), setting.reach());
            case CreateIndex index ->
                "create index %s %s %s on %s"
                        .formatted(
                                index.concurrency(),
                                index.guard(),
                                index.name().map(QualifiedName::toString).orElse(""),
                                index.table());
            case DropIndex index -> "drop index %s %s %s".formatted(index.concurrency(), index.guard(), index.names());
            case Reindex reindex ->
                "reindex %s %s %s"
                        .formatted(
                                reindex.concurrency(),
                                reindex.target(),
                                reindex.name().map(QualifiedName::toString).orElse(""));
            case AddEnumValue value -> "enum %s %s".formatted(value.type(), value.value());
            case CopyFromStdin copy -> "copy " + copy.table();
            case Statement.CodeBlock block -> "CODE " + block.language();
            case Definition definition ->
                "%s %s %s %s %s"
                        .formatted(
                                definition.verb(),
                                definition.kind(),
                                definition.guard(),
                                definition.names(),
                                definition.tail());
            case Dml dml -> dml.verb() + dml.target().map(name -> " " + name).orElse("");
            case Maintenance maintenance -> "maintenance %s %s".formatted(maintenance.verb(), maintenance.names());
            case Unparsed unparsed -> unparsed.why();
        };
    }
}
