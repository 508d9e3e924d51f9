package dev.godwit.embedded;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import org.jspecify.annotations.Nullable;

/** A throw-away server that could not be fetched, started or stopped. */
public final class EmbeddedServerException extends GodwitException {
    private static final long serialVersionUID = 1L;

    EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(ErrorCode.CONNECTION, message, cause);
    }
}
