package dev.godwit.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stood behind the command.
 *
 * @param options by the name of the key, without dashes; several values of one key are joined by line breaks
 * @param positional what belongs to no option
 */
record Arguments(Map<String, String> options, List<String> positional, boolean helpWanted) {
    Arguments {
        options = Map.copyOf(options);
        positional = List.copyOf(positional);
    }

    /** Returns the first argument that belongs to no option. */
    Optional<String> argument() {
        return positional.stream().findFirst();
    }
}
