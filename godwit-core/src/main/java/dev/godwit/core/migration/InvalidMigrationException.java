package dev.godwit.core.migration;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import org.jspecify.annotations.Nullable;

/** A folder, file or name that cannot be taken as a migration; nothing was changed. */
public final class InvalidMigrationException extends GodwitException {
    private static final long serialVersionUID = 1L;

    public InvalidMigrationException(String message) {
        this(message, null);
    }

    public InvalidMigrationException(String message, @Nullable Throwable cause) {
        super(ErrorCode.INVALID_MIGRATION, message, cause);
    }
}
