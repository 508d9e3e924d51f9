package dev.godwit.core.db;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An error that the database or its driver reported, with secrets removed from its words. */
public final class DatabaseException extends GodwitException {
    private static final long serialVersionUID = 1L;

    private final SqlErrorKind kind;
    private final @Nullable String sqlState;
    private final int position;

    /**
     * Makes one.
     *
     * @param position 1-based character of the statement that the server points at, 0 where it does not
     */
    public DatabaseException(
            SqlErrorKind kind, String message, @Nullable String sqlState, int position, @Nullable Throwable cause) {
        super(codeOf(kind), message, cause);
        this.kind = kind;
        this.sqlState = sqlState;
        this.position = position;
    }

    private static ErrorCode codeOf(SqlErrorKind kind) {
        return switch (kind) {
            case LOCK_TIMEOUT, DEADLOCK -> ErrorCode.LOCK_TIMEOUT;
            case CONNECTION_LOST, UNREACHABLE, AUTHENTICATION, NO_SUCH_DATABASE -> ErrorCode.CONNECTION;
            case CANCELLED -> ErrorCode.INTERRUPTED;
            case PERMISSION, READ_ONLY, DISK_FULL, OTHER -> ErrorCode.STEP_FAILED;
        };
    }

    /** Returns what the error means. */
    public SqlErrorKind kind() {
        return kind;
    }

    /** Returns the SQLSTATE where the driver gave one. */
    public Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }

    /** Returns the 1-based character of the statement that the server points at. */
    public OptionalInt position() {
        return position > 0 ? OptionalInt.of(position) : OptionalInt.empty();
    }
}
