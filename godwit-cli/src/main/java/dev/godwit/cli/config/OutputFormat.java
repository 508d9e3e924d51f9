package dev.godwit.cli.config;

/** For whom the output is. */
public enum OutputFormat {
    /** People. */
    TEXT,
    /** Programs: one JSON document on standard output. */
    JSON,
    /** Code scanning: SARIF 2.1.0. */
    SARIF,
    /** GitHub Actions: workflow commands, which show beside the code. */
    GITHUB,
    /** GitLab: a Code Quality report. */
    GITLAB,
    /** Anything that reads test results. */
    JUNIT
}
