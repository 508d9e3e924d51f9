package dev.godwit.core.execute;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import org.jspecify.annotations.Nullable;

/** The connection broke before the answer came: the next run looks whether the unit was done. */
public final class OutcomeUnknownException extends GodwitException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(ErrorCode.OUTCOME_UNKNOWN, message, cause);
    }
}
