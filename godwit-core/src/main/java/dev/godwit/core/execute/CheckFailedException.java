package dev.godwit.core.execute;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;

/** The data does not let the next step be taken; the steps before it are done and recorded. */
public final class CheckFailedException extends GodwitException {
    private static final long serialVersionUID = 1L;

    CheckFailedException(String message) {
        super(ErrorCode.STEP_FAILED, message, null);
    }
}
