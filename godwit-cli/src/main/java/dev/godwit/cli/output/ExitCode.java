package dev.godwit.cli.output;

import dev.godwit.sql.ErrorCode;

/** How the process ends. */
public enum ExitCode {
    OK(0),
    /** Findings or a failure. */
    FAILURE(1),
    /** Options, configuration or URL are wrong. */
    USAGE(2),
    /** A person must look at the database and decide. */
    NEEDS_HUMAN(3),
    /** Stopped at a safe point, as the user asked. */
    INTERRUPTED(130);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** Returns the status of the process. */
    public int status() {
        return status;
    }

    static ExitCode of(ErrorCode code) {
        return switch (code) {
            case SQL_SYNTAX, INVALID_MIGRATION, CONNECTION, LOCK_TIMEOUT, STEP_FAILED, UNSAFE_PLAN, HISTORY_MISMATCH ->
                FAILURE;
            case INVALID_CONFIGURATION -> USAGE;
            case RESUME_REFUSED, OUTCOME_UNKNOWN -> NEEDS_HUMAN;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    /** Returns how a failure ends the process. */
    public static ExitCode of(Failure failure) {
        return failure.code().map(ExitCode::of).orElse(FAILURE);
    }
}
