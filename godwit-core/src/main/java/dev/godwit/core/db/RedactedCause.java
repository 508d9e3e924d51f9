package dev.godwit.core.db;

import org.jspecify.annotations.Nullable;

/** An error of a driver with its stack trace, its words freed of secrets: for a stack trace that may be printed. */
final class RedactedCause extends Exception {
    private static final long serialVersionUID = 1L;

    RedactedCause(Exception error, DatabaseUrl url) {
        super(
                url.redact(error.getClass().getSimpleName() + ": " + error.getMessage()),
                cause(error.getCause(), url, 0),
                false,
                true);
        setStackTrace(error.getStackTrace());
    }

    private RedactedCause(Throwable error, DatabaseUrl url, int depth) {
        super(url.redact(error.toString()), cause(error.getCause(), url, depth), false, true);
        setStackTrace(error.getStackTrace());
    }

    private static @Nullable Throwable cause(@Nullable Throwable cause, DatabaseUrl url, int depth) {
        return cause == null || depth > 8 ? null : new RedactedCause(cause, url, depth + 1);
    }
}
