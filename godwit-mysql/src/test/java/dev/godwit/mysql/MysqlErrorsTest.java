package dev.godwit.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.SqlErrorKind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlErrorsTest {
    private static final MysqlErrors WORKING = new MysqlErrors(false);
    private static final MysqlErrors CONNECTING = new MysqlErrors(true);

    private static SQLException syntax(String message) {
        return new SQLException(message, "42000", 1064);
    }

    @ParameterizedTest
    @CsvSource({
        "1205, HY000, LOCK_TIMEOUT, LOCK_TIMEOUT",
        "3572, HY000, LOCK_TIMEOUT, LOCK_TIMEOUT",
        "1213, 40001, DEADLOCK, DEADLOCK",
        "1317, 70100, CANCELLED, CANCELLED",
        "1045, 28000, AUTHENTICATION, AUTHENTICATION",
        "1251, 08004, AUTHENTICATION, AUTHENTICATION",
        "1049, 42000, OTHER, NO_SUCH_DATABASE",
        "1044, 42000, PERMISSION, PERMISSION",
        "1142, 42000, PERMISSION, PERMISSION",
        "1227, 42000, PERMISSION, PERMISSION",
        "1290, HY000, READ_ONLY, READ_ONLY",
        "1836, HY000, READ_ONLY, READ_ONLY",
        "1114, HY000, DISK_FULL, DISK_FULL",
        "1040, 08004, UNREACHABLE, UNREACHABLE",
        "1053, 08S01, CONNECTION_LOST, UNREACHABLE",
        "2013, HY000, CONNECTION_LOST, UNREACHABLE",
        "0, 08000, CONNECTION_LOST, UNREACHABLE",
        "1062, 23000, OTHER, AUTHENTICATION",
    })
    void knowsKindsByNumberAndState(int number, String state, SqlErrorKind working, SqlErrorKind connecting) {
        SQLException error = new SQLException("words", state, number);
        assertThat(WORKING.kind(error)).isEqualTo(working);
        assertThat(CONNECTING.kind(error)).isEqualTo(connecting);
    }

    @Test
    void takesTheDriversDecorationAway() {
        assertThat(WORKING.words(new SQLException("(conn=5) Table 'a.b' doesn't exist")))
                .isEqualTo("Table 'a.b' doesn't exist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "SELECT 1 frm x y"                     | "near 'y' at line 1"              | 16
            "SELECT 'ä' frm x y z"                 | "near 'x y z' at line 1"          | 16
            "SELECT y,\n y y y"                    | "near 'y y' at line 2"            | 12
            "CREATE TABLE t (a int"                | "near '' at line 1"               | 21
            "SELECT 1"                             | "near 'elsewhere' at line 1"      | 0
            "SELECT 1"                             | "something else"                  | 0
            """)
    void findsThePlaceThatTheServerQuotes(String sql, String words, int position) {
        String message =
                "(conn=5) You have an error in your SQL syntax; check the manual for the right syntax to use " + words;
        assertThat(WORKING.position(syntax(message), sql)).isEqualTo(position);
    }
}
