package dev.godwit.cli.config;

import java.util.List;

/**
 * One line of a configuration file.
 *
 * @param path the key with the tables that it stands in
 */
record TomlEntry(List<String> path, String value, int line) {
    TomlEntry {
        path = List.copyOf(path);
    }

    /** Returns the path as it is written. */
    String name() {
        return String.join(".", path);
    }
}
