package dev.godwit.core.lint;

/** How much a finding weighs, from least to most. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Dangerous in some cases. */
    WARN,
    /** Stops the application, loses data or fails. */
    ERROR
}
