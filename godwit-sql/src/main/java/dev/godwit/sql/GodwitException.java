package dev.godwit.sql;

import org.jspecify.annotations.Nullable;

/**
 * A failure that Godwit reports to its user: the message names the object, the cause and the next action. The leaves of
 * this hierarchy differ by what the caller can do.
 */
public abstract class GodwitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    protected GodwitException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns the stable kind of this failure. */
    public final ErrorCode code() {
        return code;
    }
}
