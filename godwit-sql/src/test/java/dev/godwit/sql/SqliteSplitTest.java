package dev.godwit.sql;

import static dev.godwit.sql.Splits.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.Statement.Unparsed.Handling;
import org.junit.jupiter.api.Test;

final class SqliteSplitTest {
    @Test
    void readsQuotesAsTheLibraryDoes() {
        check("SELECT 'a\\'; x", "SELECT 'a\\'", "x");
        check("SELECT \";\", `;`, [;], 'it''s;'; x", "SELECT \";\", `;`, [;], 'it''s;'", "x");
        check("SELECT [a]]; x", "SELECT [a]]", "x");
        check("SELECT $a; x", "SELECT $a", "x");
        check("SELECT 1 -- a;\r\n; x", "SELECT 1", "x");
        check("SELECT 1--;\n; x", "SELECT 1", "x");
        check("SELECT (1; x", "SELECT (1", "x");
    }

    @Test
    void keepsTriggersWhole() {
        whole("CREATE TRIGGER t AFTER INSERT ON x BEGIN UPDATE x SET a = CASE WHEN b THEN 1 END; DELETE FROM y; END");
        whole(
                "create temp trigger if not exists t instead of update of a on x when NEW.a = 'end;' begin select 1; end");
        whole("CREATE TEMPORARY TRIGGER t BEFORE DELETE ON x BEGIN SELECT RAISE(ABORT, 'x'); END");
        whole("EXPLAIN CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; END");
        check(
                "CREATE TABLE trigger (begin, end); BEGIN; SELECT 1; END; x",
                "CREATE TABLE trigger (begin, end)",
                "BEGIN",
                "SELECT 1",
                "END",
                "x");
    }

    @Test
    void refusesDotCommandsAtLineStartsOnly() {
        check("SELECT 1\n.5; x", "SELECT 1\n.5", "x");
        Statement statement = Splits.only(SQLITE, ".read 'a;b.sql'\n");
        assertThat(statement).isInstanceOfSatisfying(Unparsed.class, unparsed -> {
            assertThat(unparsed.handling()).isEqualTo(Handling.REFUSE);
            assertThat(unparsed.span()).isEqualTo(new SourceSpan(0, 15));
        });
    }

    @Test
    void letsACommentEndWithTheText() {
        check("SELECT 1; /* a; ", "SELECT 1");
        check("/* a; ", new String[0]);
    }

    @Test
    void sendsWhatIsNeverClosedAndSaysWhere() {
        sends("SELECT 1; SELECT [a;", "the quoted name that begins at line 1:18 is never closed");
        sends(
                "CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1;",
                "the BEGIN that begins at line 1:36 is never closed");
    }

    private static void check(String sql, String... expected) {
        assertThat(Splits.texts(SQLITE, sql)).as(sql).containsExactly(expected);
    }

    private static void whole(String sql) {
        check(sql + "; SELECT 2", sql, "SELECT 2");
    }

    private static void sends(String sql, String why) {
        assertThat(Splits.statements(SQLITE, sql).getLast()).isInstanceOfSatisfying(Unparsed.class, unparsed -> {
            assertThat(unparsed.why()).isEqualTo(why);
            assertThat(unparsed.handling()).isEqualTo(Handling.SEND);
        });
    }
}
