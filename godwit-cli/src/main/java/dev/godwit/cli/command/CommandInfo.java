package dev.godwit.cli.command;

import dev.godwit.cli.config.Key;
import java.util.List;
import java.util.Optional;

/**
 * How a command is called.
 *
 * @param summary one line without a full stop
 * @param argument the name of its one argument, if it takes one
 * @param keys its options
 * @param examples each a whole command line
 */
record CommandInfo(
        String name,
        String summary,
        String description,
        Optional<String> argument,
        List<Key<?>> keys,
        List<String> examples) {
    CommandInfo {
        keys = List.copyOf(keys);
        examples = List.copyOf(examples);
    }

    CommandInfo(String name, String summary, String description, List<Key<?>> keys, List<String> examples) {
        this(name, summary, description, Optional.empty(), keys, examples);
    }
}
