package dev.godwit.cli.config;

import java.util.Locale;

/**
 * Something that a user may set, under the same name as option, environment variable and line of {@code godwit.toml}.
 *
 * @param name for example {@code max-stall}
 * @param label what stands for its value in help, empty for a switch
 * @param description one sentence without a full stop
 * @param fallback the value unless it is set; empty where there is none
 * @param reader reads a value
 */
public record Key<T>(
        String name, String label, String description, String fallback, Kind kind, Scope scope, ValueReader<T> reader) {

    /** What its values look like. */
    public enum Kind {
        /** One text. */
        VALUE,
        /** True or false; the option takes no value. */
        SWITCH,
        /** Any number of {@code name=value}. */
        PAIRS
    }

    /** Where it may be set. */
    public enum Scope {
        /** As option, as variable and in {@code godwit.toml}. */
        EVERYWHERE,
        /** Not in {@code godwit.toml}. */
        OPTION_OR_VARIABLE,
        /** Only on the command line, for it belongs to one run. */
        OPTION
    }

    /** Reads the text of a value. */
    @FunctionalInterface
    public interface ValueReader<T> {
        /**
         * Reads it.
         *
         * @throws IllegalArgumentException if it cannot; the message is the reason and the next action, without secrets
         */
        T read(String text);
    }

    /** Returns the option, for example {@code --max-stall}. */
    public String option() {
        return "--" + name;
    }

    /** Returns the environment variable, for example {@code GODWIT_MAX_STALL}. */
    public String variable() {
        return "GODWIT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
