package dev.godwit.core.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.sql.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionFailureTest {
    private static final DatabaseUrl URL = DatabaseUrl.parse("postgres://ann:s3cr3t!@db/shop");

    @Test
    void hidesThePasswordInMessageCausesAndStackTrace() {
        SQLException error = new SQLException(
                "no route to ann:s3cr3t!@db",
                "08001",
                new IOException("s3cr3t%21", new IllegalStateException("s3cr3t!")));
        DatabaseException failure = Session.failure(error, new SqliteSessions("", SqlErrorKind.UNREACHABLE), URL);
        assertThat(failure).hasMessage("no route to ann:***@db");
        assertThat(failure.sqlState()).contains("08001");
        assertThat(failure.position()).isEmpty();
        assertThat(printed(failure)).doesNotContain("s3cr3t").contains("IllegalStateException: ***");
        assertThat(failure.getCause()).hasStackTraceContaining("SessionFailureTest");
    }

    @Test
    void endsAChainOfCausesThatLeadsBackToItself() {
        SQLException error = new SQLException("a");
        IOException cause = new IOException("b", error);
        error.initCause(cause);
        assertThat(printed(Session.failure(error, SqliteSessions.inMemory(), URL)))
                .contains("b");
    }

    @Test
    void hidesThePasswordInWhatWorkOnTheConnectionThrows() {
        try (Session session = SqliteSessions.inMemory().open()) {
            DatabaseUrl secret = DatabaseUrl.parse("sqlite:a.db?password=s3cr3t!");
            Session guarded = session.with(connection -> new Session(connection, SqliteSessions.inMemory(), secret));
            DatabaseException failure = catchThrowableOfType(
                    DatabaseException.class,
                    () -> guarded.with(connection -> {
                        throw new IOException("key s3cr3t!");
                    }));
            assertThat(failure).hasMessage("key ***");
            assertThat(printed(failure)).doesNotContain("s3cr3t");
        }
    }

    @Test
    void leavesOurOwnFailuresOfSuchWorkAsTheyAre() {
        ConfigurationException own = new ConfigurationException("own");
        try (Session session = SqliteSessions.inMemory().open()) {
            assertThatThrownBy(() -> session.with(connection -> {
                        throw own;
                    }))
                    .isSameAs(own);
        }
    }

    @Test
    void tellsTheCallerWhatHeCanDoByTheCode() {
        Map<SqlErrorKind, ErrorCode> codes = new EnumMap<>(SqlErrorKind.class);
        for (SqlErrorKind kind : SqlErrorKind.values()) {
            codes.put(kind, new DatabaseException(kind, "", null, 0, null).code());
        }
        assertThat(codes)
                .isEqualTo(new EnumMap<>(Map.ofEntries(
                        Map.entry(SqlErrorKind.LOCK_TIMEOUT, ErrorCode.LOCK_TIMEOUT),
                        Map.entry(SqlErrorKind.DEADLOCK, ErrorCode.LOCK_TIMEOUT),
                        Map.entry(SqlErrorKind.CANCELLED, ErrorCode.INTERRUPTED),
                        Map.entry(SqlErrorKind.CONNECTION_LOST, ErrorCode.CONNECTION),
                        Map.entry(SqlErrorKind.UNREACHABLE, ErrorCode.CONNECTION),
                        Map.entry(SqlErrorKind.AUTHENTICATION, ErrorCode.CONNECTION),
                        Map.entry(SqlErrorKind.NO_SUCH_DATABASE, ErrorCode.CONNECTION),
                        Map.entry(SqlErrorKind.PERMISSION, ErrorCode.STEP_FAILED),
                        Map.entry(SqlErrorKind.READ_ONLY, ErrorCode.STEP_FAILED),
                        Map.entry(SqlErrorKind.DISK_FULL, ErrorCode.STEP_FAILED),
                        Map.entry(SqlErrorKind.OTHER, ErrorCode.STEP_FAILED))));
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
