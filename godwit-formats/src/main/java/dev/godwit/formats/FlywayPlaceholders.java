package dev.godwit.formats;

import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.sql.SqlSource;
import java.util.Map;
import java.util.TreeMap;

/** Replaces <code>${name}</code> as Flyway does: anywhere in a file, whatever the case of the name. */
final class FlywayPlaceholders {
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FlywayPlaceholders(Map<String, String> values) {
        this.values.putAll(values);
    }

    /** Tells whether there is anything to replace, without decoding the file. */
    static boolean occurIn(SqlSource source) {
        for (int i = 0; i + 1 < source.length(); i++) {
            if (source.at(i) == '$' && source.at(i + 1) == '{') {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the source with values in place of names.
     *
     * @throws InvalidMigrationException if a name has no value
     */
    SqlSource replace(SqlSource source, String file) {
        if (!occurIn(source)) {
            return source;
        }
        String text = source.text(source.whole());
        StringBuilder replaced = new StringBuilder(text.length() + 64);
        int from = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            replaced.append(text, from, open).append(value(text, open, close, file));
            from = close + 1;
        }
        return SqlSource.of(
                source.name(), replaced.append(text, from, text.length()).toString());
    }

    private String value(String text, int open, int close, String file) {
        String name = text.substring(open + 2, close);
        if (name.equalsIgnoreCase("flyway:filename")) {
            return file.substring(file.lastIndexOf('/') + 1);
        }
        String value = values.get(name);
        if (value == null) {
            long line = text.chars().limit(open).filter(c -> c == '\n').count() + 1;
            throw new InvalidMigrationException("line " + line + ": placeholder \"" + name
                    + "\" has no value. Give it one with --placeholder " + name + "=…");
        }
        return value;
    }
}
