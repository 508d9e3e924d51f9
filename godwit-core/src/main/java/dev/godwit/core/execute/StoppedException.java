package dev.godwit.core.execute;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import org.jspecify.annotations.Nullable;

/** The user asked to stop, and the run stopped at a safe point. */
public final class StoppedException extends GodwitException {
    private static final long serialVersionUID = 1L;

    public StoppedException(String message) {
        this(message, null);
    }

    StoppedException(String message, @Nullable Throwable cause) {
        super(ErrorCode.INTERRUPTED, message, cause);
    }
}
