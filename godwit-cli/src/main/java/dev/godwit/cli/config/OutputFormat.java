package dev.godwit.cli.config;

/** For whom the output is. */
public enum OutputFormat {
    /** People. */
    TEXT,
    /** Programs: one JSON document on standard output. */
    JSON
}
