package dev.godwit.postgres;

import dev.godwit.core.db.ErrorReader;
import dev.godwit.core.db.SqlErrorKind;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads errors by their SQLSTATE (PostgreSQL manual, appendix A). */
final class PostgresErrors implements ErrorReader {
    @Override
    public SqlErrorKind kind(SQLException error) {
        String state = Objects.requireNonNullElse(error.getSQLState(), "");
        return switch (state) {
            case "55P03" -> SqlErrorKind.LOCK_TIMEOUT;
            case "40P01", "40001" -> SqlErrorKind.DEADLOCK;
            case "57014" -> SqlErrorKind.CANCELLED;
            case "57P01", "57P02", "57P05" -> SqlErrorKind.CONNECTION_LOST;
            case "57P03", "53300", "08001" -> SqlErrorKind.UNREACHABLE;
            case "28P01", "28000", "08004" -> SqlErrorKind.AUTHENTICATION;
            case "3D000" -> SqlErrorKind.NO_SUCH_DATABASE;
            case "42501" -> SqlErrorKind.PERMISSION;
            case "25006" -> SqlErrorKind.READ_ONLY;
            case "53100" -> SqlErrorKind.DISK_FULL;
            default -> state.startsWith("08") ? SqlErrorKind.CONNECTION_LOST : SqlErrorKind.OTHER;
        };
    }

    @Override
    public String words(SQLException error) {
        return message(error)
                .map(message -> Stream.of(
                                message.getMessage(),
                                message.getDetail() == null ? null : "Detail: " + message.getDetail(),
                                message.getHint() == null ? null : "Hint: " + message.getHint(),
                                message.getWhere() == null ? null : "Context: " + message.getWhere())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")))
                .orElseGet(() -> String.valueOf(error.getMessage()));
    }

    @Override
    public int position(SQLException error) {
        return message(error).map(ServerErrorMessage::getPosition).orElse(0);
    }

    private static Optional<ServerErrorMessage> message(SQLException error) {
        return error instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
    }
}
