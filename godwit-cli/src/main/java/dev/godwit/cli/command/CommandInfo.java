package dev.godwit.cli.command;

import dev.godwit.cli.config.Key;
import java.util.List;

/**
 * How a command is called.
 *
 * @param summary one line without a full stop
 * @param argument what it takes besides options
 * @param keys its options
 * @param examples each a whole command line
 */
record CommandInfo(
        String name,
        String summary,
        String description,
        Positional argument,
        List<Key<?>> keys,
        List<String> examples) {
    CommandInfo {
        keys = List.copyOf(keys);
        examples = List.copyOf(examples);
    }

    CommandInfo(String name, String summary, String description, List<Key<?>> keys, List<String> examples) {
        this(name, summary, description, Positional.NONE, keys, examples);
    }

    /**
     * What stands on the command line besides options.
     *
     * @param label what stands for it in help; empty where nothing does
     */
    record Positional(String label, Count count) {
        /** Nothing. */
        static final Positional NONE = new Positional("", Count.NONE);

        /** How many there may be. */
        enum Count {
            NONE,
            /** Exactly one. */
            ONE,
            /** As many as there are. */
            ANY
        }

        static Positional one(String label) {
            return new Positional(label, Count.ONE);
        }

        static Positional any(String label) {
            return new Positional(label, Count.ANY);
        }
    }
}
