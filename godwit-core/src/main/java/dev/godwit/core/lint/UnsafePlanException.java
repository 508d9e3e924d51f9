package dev.godwit.core.lint;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;

/** What is about to be run would stop the application, lose data or fail; nothing was changed. */
public final class UnsafePlanException extends GodwitException {
    private static final long serialVersionUID = 1L;

    private final transient LintReport report;

    /** Makes one; the report has what was found. */
    public UnsafePlanException(String message, LintReport report) {
        super(ErrorCode.UNSAFE_PLAN, message, null);
        this.report = report;
    }

    /** Returns what was found. */
    public LintReport report() {
        return report;
    }
}
