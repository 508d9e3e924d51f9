package dev.godwit.cli.config;

import java.util.List;

/**
 * One line of the table {@code [lint]}.
 *
 * @param path the key without {@code lint}
 * @param source where, for people: {@code key "lint.rules.drop-column" in godwit.toml, line 7}
 */
public record LintEntry(List<String> path, String value, String source) {
    public LintEntry {
        path = List.copyOf(path);
    }
}
