package dev.godwit.sql;

import static dev.godwit.sql.Splits.MARIADB;
import static dev.godwit.sql.Splits.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.Statement.Unparsed.Handling;
import org.junit.jupiter.api.Test;

final class MysqlSplitTest {
    @Test
    void readsQuotesAsTheClientDoes() {
        check("SELECT 'a\\';b'; x", "SELECT 'a\\';b'", "x");
        check("SELECT \"a\\\";b\"; x", "SELECT \"a\\\";b\"", "x");
        check("SELECT `a\\`; x", "SELECT `a\\`", "x");
        check("SELECT `a``;b`, 'a'';b', \"a\"\";b\"; x", "SELECT `a``;b`, 'a'';b', \"a\"\";b\"", "x");
        check("SELECT '\\\\'; x", "SELECT '\\\\'", "x");
        check("SELECT $$; x$$", "SELECT $$", "x$$");
    }

    @Test
    void readsCommentsAsTheClientDoes() {
        check("SELECT 1 # a; b\n; x", "SELECT 1", "x");
        check("SELECT 1 -- a; b\n; x", "SELECT 1", "x");
        check("SELECT 1 --\t;\n; x", "SELECT 1", "x");
        check("SELECT 5--1; x", "SELECT 5--1", "x");
        check("SELECT 1 /* a; /* b; */; x", "SELECT 1", "x");
        check("SELECT 1 /* a */ + /*+ h; */ 2; x", "SELECT 1 /* a */ + /*+ h; */ 2", "x");
        check("--", new String[0]);
    }

    @Test
    void keepsExecutableCommentsAsText() {
        check("/*!40101 SET NAMES utf8; */; x", "/*!40101 SET NAMES utf8; */", "x");
        check("SELECT /*! ';*/' , */ 1; x", "SELECT /*! ';*/' , */ 1", "x");
        check(
                "CREATE TABLE t (a int) /*!50100 PARTITION BY /* c; */ HASH (a) */; x",
                "CREATE TABLE t (a int) /*!50100 PARTITION BY /* c; */ HASH (a) */",
                "x");
        check("/*M!100100 SET x=1 */;", new String[0]);
        assertThat(Splits.texts(MARIADB, "/*M!100100 SET x=1; */;")).containsExactly("/*M!100100 SET x=1; */");
        assertThat(Splits.texts(MARIADB, "/*M!999999\\- enable the sandbox mode */ \n-- dump\nSELECT 1;"))
                .containsExactly("SELECT 1");
    }

    @Test
    void obeysDelimiterCommands() {
        check(
                "DELIMITER //\nSELECT 1; SELECT 2//\ndelimiter ;\nSELECT 3; SELECT 4",
                "SELECT 1; SELECT 2",
                "SELECT 3",
                "SELECT 4");
        check(
                "delimiter $$\r\nCREATE PROCEDURE p() BEGIN SELECT a$b; END$$\r\nDelimiter ;\r\nx",
                "CREATE PROCEDURE p() BEGIN SELECT a$b; END",
                "x");
        check("  DELIMITER ;;\nSELECT 1; SELECT ';;' ;; SELECT 2;;", "SELECT 1; SELECT ';;'", "SELECT 2");
        check("DELIMITER go\nSELECT category\ngo\nSELECT 2 go", "SELECT category", "SELECT 2");
        check("SELECT 1; DELIMITER |\nSELECT 2; | x", "SELECT 1", "SELECT 2;", "x");
        check("DELIMITER '//'\nSELECT 1 // x", "SELECT 1", "x");
        check("DELIMITER --\nSELECT 1 -- x", "SELECT 1", "x");
        refuses("DELIMITER \n", "DELIMITER says no delimiter");
        refuses("DELIMITER \\\\", "the mysql client takes no such delimiter");
    }

    @Test
    void keepsStoredProgramsWholeWithoutDelimiter() {
        whole("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END");
        whole(
                "CREATE DEFINER=`root`@`localhost` PROCEDURE p(IN a INT) COMMENT 'x' SQL SECURITY INVOKER BEGIN SELECT 1; END");
        whole("create or replace definer = root@localhost function f() returns int begin return 1; end");
        whole("CREATE DEFINER=root@db.event.example PROCEDURE p() BEGIN SELECT 1; END");
        whole("CREATE DEFINER=CURRENT_USER() TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET NEW.a = 1; END");
        whole("CREATE TRIGGER t AFTER UPDATE ON x FOR EACH ROW FOLLOWS u IF NEW.a THEN SET @a = 1; END IF");
        whole("CREATE EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; END");
        whole("ALTER DEFINER = a@b EVENT e DO BEGIN DELETE FROM t; END");
        whole("CREATE PROCEDURE IF NOT EXISTS p() IF EXISTS (SELECT 1) THEN SELECT 1; ELSE SELECT 2; END IF");
        whole("CREATE FUNCTION f() RETURNS varchar(9) CHARACTER SET utf8 DETERMINISTIC BEGIN RETURN 1; END");
        whole("CREATE FUNCTION f() RETURNS SET('a', 'b') l: BEGIN DECLARE x INT; RETURN 'a'; END");
        whole("CREATE FUNCTION f() RETURNS set('a') IF x THEN RETURN 'a'; END IF");
        whole("CREATE PROCEDURE p() l: LOOP SELECT 1; LEAVE l; END LOOP l");
        whole("BEGIN NOT ATOMIC SELECT 1; SELECT 2; END");
        whole(
                "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET @a = 1; END */");
        whole("IF a THEN SELECT 1; END IF");
    }

    @Test
    void tellsStatementsFromFunctionsAndColumns() {
        whole("CREATE PROCEDURE p() BEGIN DROP TABLE IF EXISTS t; SELECT IF(a, REPEAT('x', 2), 1), b.end; END");
        whole(
                "CREATE PROCEDURE p() BEGIN SELECT CASE WHEN a THEN IF(b, 1, 2) ELSE 3 END; CASE a WHEN 1 THEN SELECT 1; ELSE SELECT 2; END CASE; END");
        whole(
                "CREATE PROCEDURE p() BEGIN REPEAT SET a = REPEAT('x', 2); UNTIL a END REPEAT; WHILE a DO SELECT 1; END WHILE; END");
        whole(
                "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END; DECLARE CONTINUE HANDLER FOR NOT FOUND SET x = 1; SELECT 1; END");
        whole(
                "CREATE PROCEDURE p() a: BEGIN b: BEGIN SELECT start, end FROM t; END b; IF x THEN LEAVE a; ELSEIF y THEN SELECT 2; END IF; END a");
        whole("CREATE PROCEDURE p() BEGIN FOR r IN (SELECT 1) DO SELECT r.a; END FOR; END");
        check(
                "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET NEW.a = IF(1, 2, 3); x",
                "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET NEW.a = IF(1, 2, 3)",
                "x");
        check(
                "CREATE FUNCTION f() RETURNS int RETURN CASE 1 WHEN 1 THEN 2 END; x",
                "CREATE FUNCTION f() RETURNS int RETURN CASE 1 WHEN 1 THEN 2 END",
                "x");
        check(
                "CREATE TABLE t (begin int, end int); BEGIN; SELECT 1; COMMIT",
                "CREATE TABLE t (begin int, end int)",
                "BEGIN",
                "SELECT 1",
                "COMMIT");
        check(
                "CREATE FUNCTION f RETURNS STRING SONAME 'u.so'; x",
                "CREATE FUNCTION f RETURNS STRING SONAME 'u.so'",
                "x");
        check("CREATE DATABASE begin; x", "CREATE DATABASE begin", "x");
    }

    @Test
    void keepsOracleStyleProgramsWhole() {
        whole("CREATE PROCEDURE p AS a INT; BEGIN SELECT 1; END");
        whole("CREATE OR REPLACE FUNCTION f(a INT) RETURN INT AS b INT; BEGIN RETURN a; END");
        whole("CREATE PACKAGE p AS PROCEDURE a; FUNCTION b RETURN INT; END");
        whole("CREATE PACKAGE BODY p AS x INT; PROCEDURE a AS y INT; BEGIN SELECT 1; END; BEGIN SET x = 1; END");
        check("CREATE PROCEDURE p() SELECT (1) AS x; y", "CREATE PROCEDURE p() SELECT (1) AS x", "y");
    }

    @Test
    void followsSqlMode() {
        check(
                "SET sql_mode='NO_BACKSLASH_ESCAPES'; SELECT '\\'; x",
                "SET sql_mode='NO_BACKSLASH_ESCAPES'",
                "SELECT '\\'",
                "x");
        check(
                "SET @old=@@sql_mode, SQL_MODE='ANSI_QUOTES'; SELECT \"\\\"; x",
                "SET @old=@@sql_mode, SQL_MODE='ANSI_QUOTES'",
                "SELECT \"\\\"",
                "x");
        check(
                "SET @@SESSION.sql_mode = 'ANSI'; SET sql_mode = ''; SELECT \"\\\";\"; x",
                "SET @@SESSION.sql_mode = 'ANSI'",
                "SET sql_mode = ''",
                "SELECT \"\\\";\"",
                "x");
        check(
                "SET @m = 'sql_mode', x = 'NO_BACKSLASH_ESCAPES'; SELECT '\\';'",
                "SET @m = 'sql_mode', x = 'NO_BACKSLASH_ESCAPES'",
                "SELECT '\\';'");
    }

    @Test
    void obeysOrRefusesClientCommands() {
        check("SELECT 1\\G SELECT 2\\g\nSELECT \\N", "SELECT 1", "SELECT 2", "SELECT \\N");
        check("USE shop\nSELECT 1; USE a; SELECT 2", "USE shop", "SELECT 1", "USE a", "SELECT 2");
        refuses("source a.sql\n", "source is a command to the mysql client, not SQL");
        refuses("\\. a.sql\n", "\\. is a command to the mysql client, not SQL");
        refuses("System rm x", "system is a command to the mysql client, not SQL");
        refuses("\\! x", "\\! is a command to the mysql client, not SQL");
    }

    @Test
    void sendsWhatIsNeverClosedAndSaysWhere() {
        sends("SELECT 'a\\';", "the string that begins at line 1:8 is never closed");
        sends("SELECT `a;", "the name in backticks that begins at line 1:8 is never closed");
        sends("/*!50000 SELECT 1;", "the executable comment that begins at line 1:1 is never closed");
        sends("CREATE PROCEDURE p()\nBEGIN SELECT 1;", "the block that begins at line 2:1 is never closed");
    }

    private static void check(String sql, String... expected) {
        assertThat(Splits.texts(MYSQL, sql)).as(sql).containsExactly(expected);
    }

    private static void whole(String sql) {
        for (Dialect dialect : new Dialect[] {MYSQL, MARIADB}) {
            assertThat(Splits.texts(dialect, sql + "; SELECT 'next'")).containsExactly(sql, "SELECT 'next'");
        }
    }

    private static void refuses(String sql, String why) {
        assertThat(Splits.only(MYSQL, sql)).isInstanceOfSatisfying(Unparsed.class, unparsed -> {
            assertThat(unparsed.why()).isEqualTo(why);
            assertThat(unparsed.handling()).isEqualTo(Handling.REFUSE);
        });
    }

    private static void sends(String sql, String why) {
        assertThat(Splits.statements(MYSQL, sql).getLast()).isInstanceOfSatisfying(Unparsed.class, unparsed -> {
            assertThat(unparsed.why()).isEqualTo(why);
            assertThat(unparsed.handling()).isEqualTo(Handling.SEND);
        });
    }
}
