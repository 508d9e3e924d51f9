package dev.godwit.core.plan;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;

/** A statement cannot be carried out without a stop; the message says why and what to do. Nothing was changed. */
public final class CannotPlanException extends GodwitException {
    private static final long serialVersionUID = 1L;

    public CannotPlanException(String message) {
        super(ErrorCode.UNSAFE_PLAN, message, null);
    }
}
