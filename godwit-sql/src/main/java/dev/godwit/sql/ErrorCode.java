package dev.godwit.sql;

/** What kind of failure an exception reports; stable, so that scripts may rely on it. */
public enum ErrorCode {
    /** SQL or a migration file that cannot be read. */
    SQL_SYNTAX,
    /** A folder, file or setting that is wrong; nothing was changed. */
    INVALID_MIGRATION,
    /** The command line, the configuration or the URL is wrong; nothing was changed. */
    INVALID_CONFIGURATION,
    /** The database cannot be reached or refuses the login. */
    CONNECTION,
    /** A lock was not to be had within the time allowed. */
    LOCK_TIMEOUT,
    /** The database refused a statement. */
    STEP_FAILED,
    /** A half-done migration cannot be continued without a human decision. */
    RESUME_REFUSED,
    /** It is not known whether a statement took effect. */
    OUTCOME_UNKNOWN,
    /** What is about to be run would stop the application, lose data or fail; nothing was changed. */
    UNSAFE_PLAN,
    /** The history table and the folder contradict each other. */
    HISTORY_MISMATCH,
    /** The user asked to stop, and Godwit stopped at a safe point. */
    INTERRUPTED
}
