package dev.godwit.cli.command;

import java.util.Map;
import java.util.Optional;

/**
 * What stood behind the command.
 *
 * @param options by the name of the key, without dashes; several values of one key are joined by line breaks
 */
record Arguments(Map<String, String> options, Optional<String> argument, boolean helpWanted) {
    Arguments {
        options = Map.copyOf(options);
    }
}
