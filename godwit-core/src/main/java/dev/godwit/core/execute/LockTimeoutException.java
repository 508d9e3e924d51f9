package dev.godwit.core.execute;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import org.jspecify.annotations.Nullable;

/** A lock was not to be had in all the time that the policy allows; what was begun has been rolled back. */
public final class LockTimeoutException extends GodwitException {
    private static final long serialVersionUID = 1L;

    LockTimeoutException(String message, @Nullable Throwable cause) {
        super(ErrorCode.LOCK_TIMEOUT, message, cause);
    }
}
