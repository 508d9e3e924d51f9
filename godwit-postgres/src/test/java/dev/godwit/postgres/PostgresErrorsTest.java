package dev.godwit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.SqlErrorKind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class PostgresErrorsTest {
    private final PostgresErrors errors = new PostgresErrors();

    @ParameterizedTest
    @CsvSource({
        "55P03, LOCK_TIMEOUT",
        "40P01, DEADLOCK",
        "40001, DEADLOCK",
        "57014, CANCELLED",
        "57P01, CONNECTION_LOST",
        "57P02, CONNECTION_LOST",
        "57P05, CONNECTION_LOST",
        "08006, CONNECTION_LOST",
        "08003, CONNECTION_LOST",
        "57P03, UNREACHABLE",
        "53300, UNREACHABLE",
        "08001, UNREACHABLE",
        "28P01, AUTHENTICATION",
        "28000, AUTHENTICATION",
        "08004, AUTHENTICATION",
        "3D000, NO_SUCH_DATABASE",
        "42501, PERMISSION",
        "25006, READ_ONLY",
        "53100, DISK_FULL",
        "42P01, OTHER",
        "23505, OTHER",
    })
    void readsTheSqlState(String state, SqlErrorKind kind) {
        assertThat(errors.kind(new SQLException("", state))).isEqualTo(kind);
    }

    @Test
    void doesWithoutASqlState() {
        assertThat(errors.kind(new SQLException("broken"))).isEqualTo(SqlErrorKind.OTHER);
        assertThat(errors.words(new SQLException("broken"))).isEqualTo("broken");
        assertThat(errors.words(new SQLException())).isEqualTo("null");
        assertThat(errors.position(new SQLException("broken"))).isZero();
    }

    @Test
    void quotesTheServerWithDetailAndHint() {
        SQLException error =
                server("SERROR", "C42703", "Mcolumn \"a\" does not exist", "DIt never did.", "HLook.", "P17");
        assertThat(errors.words(error)).isEqualTo("column \"a\" does not exist Detail: It never did. Hint: Look.");
        assertThat(errors.position(error)).isEqualTo(17);
    }

    @Test
    void quotesTheMessageAlone() {
        SQLException error = server("SERROR", "C42601", "Msyntax error");
        assertThat(errors.words(error)).isEqualTo("syntax error");
        assertThat(errors.position(error)).isZero();
    }

    // The fields of ErrorResponse: a letter and its text (PostgreSQL manual, "Error and Notice Message Fields").
    private static PSQLException server(String... fields) {
        return new PSQLException(new ServerErrorMessage(String.join("\0", fields) + "\0"));
    }
}
