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

    static StoppedException rolledBack(UnitTask task, @Nullable Throwable cause) {
        return new StoppedException(
                "stopped in migration \"" + task.migration().displayName() + "\": step " + (task.number() + 1) + " of "
                        + task.total() + " was rolled back. Go on with: godwit migrate",
                cause);
    }
}
