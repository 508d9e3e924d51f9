package dev.godwit.cli.config;

/**
 * A value that was given.
 *
 * @param source where, for people: {@code option "--max-stall"}
 */
record Setting(String text, String source) {}
