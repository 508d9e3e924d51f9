package dev.godwit.sql;

import static dev.godwit.sql.Splits.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.Statement.Unparsed.Handling;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresSplitTest {
    @Test
    void endsStatementsAtSemicolonsOutsideOfQuotesAndComments() {
        check("SELECT 1; SELECT 2", "SELECT 1", "SELECT 2");
        check("SELECT ';' ; SELECT \";\"", "SELECT ';'", "SELECT \";\"");
        check("SELECT 'it''s;' ; x", "SELECT 'it''s;'", "x");
        check("SELECT 1 -- a; b\n; SELECT 2", "SELECT 1", "SELECT 2");
        check("SELECT /* a; /* b; */ c; */ 1; SELECT 2", "SELECT /* a; /* b; */ c; */ 1", "SELECT 2");
        check("SELECT 1 -- a\r; SELECT 2", "SELECT 1", "SELECT 2");
        check("SELECT a<--;\nb; SELECT 2", "SELECT a<--;\nb", "SELECT 2");
    }

    @Test
    void readsStringsAsTheServerDoes() {
        check("SELECT '\\'; SELECT 2", "SELECT '\\'", "SELECT 2");
        check("SELECT E'\\'; SELECT 2'; x", "SELECT E'\\'; SELECT 2'", "x");
        check("SELECT e'a'\n  '\\';'; x", "SELECT e'a'\n  '\\';'", "x");
        check("SELECT U&'\\'; SELECT 2", "SELECT U&'\\'", "SELECT 2");
        check("SELECT U&\";\" ; x", "SELECT U&\";\"", "x");
        check("SELECT N'\\', B'1', x'1F'; x", "SELECT N'\\', B'1', x'1F'", "x");
        check("SELECT namee'\\'; x", "SELECT namee'\\'", "x");
    }

    @Test
    void readsDollarQuotes() {
        check("SELECT $$;$$; x", "SELECT $$;$$", "x");
        check("SELECT $a$;$$;$b$;$a$; x", "SELECT $a$;$$;$b$;$a$", "x");
        check("SELECT a$b$; x$b$ y; z", "SELECT a$b$", "x$b$ y", "z");
        check("SELECT $1; $2", "SELECT $1", "$2");
        check("SELECT $é$;$é$; x", "SELECT $é$;$é$", "x");
        check("SELECT 1$$;$$; x", "SELECT 1$$;$$", "x");
        check("DO $x$ BEGIN a; $xx$ b; END $x$; x", "DO $x$ BEGIN a; $xx$ b; END $x$", "x");
    }

    @Test
    void followsStandardConformingStrings() {
        check(
                "SET standard_conforming_strings = off; SELECT '\\'; x'; y",
                "SET standard_conforming_strings = off",
                "SELECT '\\'; x'",
                "y");
        check(
                "SET standard_conforming_strings TO 'on'; SELECT '\\'; y",
                "SET standard_conforming_strings TO 'on'",
                "SELECT '\\'",
                "y");
        check(
                "BEGIN; SET LOCAL standard_conforming_strings = 0; SELECT '\\''; COMMIT; SELECT '\\'; y",
                "BEGIN",
                "SET LOCAL standard_conforming_strings = 0",
                "SELECT '\\''",
                "COMMIT",
                "SELECT '\\'",
                "y");
        check(
                "SET standard_conforming_strings = false; RESET ALL; SELECT '\\'; y",
                "SET standard_conforming_strings = false",
                "RESET ALL",
                "SELECT '\\'",
                "y");
    }

    @Test
    void keepsParenthesesWhole() {
        check(
                "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); x",
                "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
                "x");
        check("SELECT 1); SELECT 2", "SELECT 1)", "SELECT 2");
    }

    @Test
    void keepsAtomicBodiesWhole() {
        String function = "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END;"
                + " SELECT t.end AS end FROM t; END";
        check(function + "; SELECT 2", function, "SELECT 2");
        String empty = "CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC END";
        check(empty + "; SELECT 2", empty, "SELECT 2");
        String nested = "create function f() returns void begin atomic begin atomic select 1; end; select 2; end";
        check(nested + "; x", nested, "x");
        check("BEGIN; SELECT 1; END; x", "BEGIN", "SELECT 1", "END", "x");
        check(
                "CREATE TABLE t (begin int); CREATE FUNCTION f(begin int) RETURNS int RETURN 1; x",
                "CREATE TABLE t (begin int)",
                "CREATE FUNCTION f(begin int) RETURNS int RETURN 1",
                "x");
    }

    @Test
    void takesCopyDataOutOfTheText() {
        String sql = "COPY public.t (a, b) FROM stdin;\n1\tit's;\n\\N\t$$\n\\.\n\nSELECT 1;";
        SqlSource source = Splits.source(sql);
        List<Statement> statements = POSTGRES.split(source, source.whole()).statements();
        assertThat(statements).hasSize(2);
        CopyFromStdin copy = (CopyFromStdin) statements.getFirst();
        assertThat(source.text(copy.span())).isEqualTo("COPY public.t (a, b) FROM stdin");
        assertThat(source.text(copy.data())).isEqualTo("1\tit's;\n\\N\t$$\n");
        assertThat(copy.table()).hasToString("public.t");
        assertThat(source.text(statements.getLast().span())).isEqualTo("SELECT 1");
    }

    @Test
    void readsCopyDataWithoutRowsWithoutEndAndWithCarriageReturns() {
        assertThat(data("COPY t FROM STDIN;\n\\.\nSELECT 1")).isEmpty();
        assertThat(data("COPY t FROM STDIN; -- rows\r\na\r\n\\.\r\nSELECT 1")).isEqualTo("a\r\n");
        assertThat(data("COPY t FROM STDIN WITH (FORMAT csv);\na;b\nc")).isEqualTo("a;b\nc");
        assertThat(data("COPY t FROM STDIN;\na\n\\.")).isEqualTo("a\n");
        assertThat(data("COPY t FROM STDIN;")).isEmpty();
        assertThat(data("COPY t FROM STDIN")).isEmpty();
        assertThat(data("COPY t FROM STDIN;\n\\.x\n a\\.\n\\.\n")).isEqualTo("\\.x\n a\\.\n");
    }

    @Test
    void refusesStatementsBetweenCopyAndItsRows() {
        List<Statement> statements = Splits.statements(POSTGRES, "COPY t FROM stdin; SELECT 1;\n1\n\\.\nSELECT 2");
        assertThat(statements).hasSize(2);
        assertThat(statements.getFirst())
                .isInstanceOfSatisfying(
                        Unparsed.class,
                        unparsed -> assertThat(unparsed.handling()).isEqualTo(Handling.REFUSE));
    }

    @Test
    void refusesCommandsOfPsqlButPassesOverThoseOfDumps() {
        check("\\restrict abc\nSELECT 1;\n\\unrestrict abc\n", "SELECT 1");
        refuses("\\connect other\n", "\\connect is a command to psql, not SQL");
        refuses("\\i 'a;b.sql'\r\n", "\\i is a command to psql, not SQL");
        refuses("SELECT 1 \\gexec\n", "\\gexec is a command to psql, not SQL");
        refuses("\\.", "\\ is a command to psql, not SQL");
        check("SELECT 1;\n\\set x 1; 2\nSELECT 2", "SELECT 1", "\\set x 1; 2", "SELECT 2");
    }

    @Test
    void sendsWhatIsNeverClosedAndSaysWhere() {
        sends("SELECT 1;\n  SELECT 'a; x", "the string that begins at line 2:10 is never closed");
        sends("SELECT 1;\n/* x; /* */ ", "the comment that begins at line 2:1 is never closed");
        sends("SELECT \"a;", "the quoted name that begins at line 1:8 is never closed");
        sends("DO $x$; $y$", "the dollar-quoted string that begins at line 1:4 is never closed");
        sends("SELECT (1; SELECT 2", "the parenthesis that begins at line 1:8 is never closed");
        sends(
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; ",
                "the BEGIN ATOMIC that begins at line 1:33 is never closed");
    }

    @Test
    void leavesGapsWithoutStatementsAlone() {
        check("");
        check("\uFEFF");
        check(" \t\r\n\f\u000B;;; -- a\n /* b */");
        check("\uFEFF-- a\r\nSELECT 1;\r\n", "SELECT 1");
        check("SELECT 1\r\n--> statement-breakpoint\r\n;SELECT 2", "SELECT 1", "SELECT 2");
    }

    private static void check(String sql, String... expected) {
        assertThat(Splits.texts(POSTGRES, sql)).as(sql).containsExactly(expected);
    }

    private static String data(String sql) {
        SqlSource source = Splits.source(sql);
        CopyFromStdin copy = (CopyFromStdin)
                POSTGRES.split(source, source.whole()).statements().getFirst();
        return source.text(copy.data());
    }

    private static void refuses(String sql, String why) {
        assertThat(Splits.only(POSTGRES, sql)).isInstanceOfSatisfying(Unparsed.class, unparsed -> {
            assertThat(unparsed.why()).isEqualTo(why);
            assertThat(unparsed.handling()).isEqualTo(Handling.REFUSE);
            assertThat(Splits.source(sql).text(unparsed.span())).isEqualTo(sql.stripTrailing());
        });
    }

    private static void sends(String sql, String why) {
        Statement last = Splits.statements(POSTGRES, sql).getLast();
        assertThat(last).isInstanceOfSatisfying(Unparsed.class, unparsed -> {
            assertThat(unparsed.why()).isEqualTo(why);
            assertThat(unparsed.handling()).isEqualTo(Handling.SEND);
        });
    }
}
