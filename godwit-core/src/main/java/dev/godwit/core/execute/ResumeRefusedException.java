package dev.godwit.core.execute;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import org.jspecify.annotations.Nullable;

/** A half-done migration cannot be continued without a human's decision; nothing was changed. */
public final class ResumeRefusedException extends GodwitException {
    private static final long serialVersionUID = 1L;

    ResumeRefusedException(String message, @Nullable Throwable cause) {
        super(ErrorCode.RESUME_REFUSED, message, cause);
    }
}
