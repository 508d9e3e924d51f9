package dev.godwit.formats;

import dev.godwit.core.migration.FolderSettings.Environment;
import dev.godwit.core.migration.InvalidMigrationException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables into a line as goose does under {@code ENVSUB ON}; dollar quotes and {@code $1} stay. */
final class GooseVariables {
    private static final Pattern VARIABLE = Pattern.compile("\\\\\\$|\\$([A-Za-z_]\\w*)|\\$\\{([^}]*)}");
    private static final Pattern BRACED = Pattern.compile("([A-Za-z_]\\w*)(?:(:?[-?])(.*))?");

    private final Environment environment;

    GooseVariables(Environment environment) {
        this.environment = environment;
    }

    String replace(String line, int number) {
        return VARIABLE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(value(found, number)));
    }

    private String value(MatchResult found, int number) {
        if (found.group(1) != null) {
            return plain(found.group(1));
        }
        return found.group(2) == null ? "$" : braced(found.group(2), number);
    }

    private String plain(String name) {
        String value = environment.get(name);
        return value == null ? "" : value;
    }

    private String braced(String text, int number) {
        Matcher parts = BRACED.matcher(text);
        if (!parts.matches()) {
            throw new InvalidMigrationException("line " + number + ": \"${" + text
                    + "}\" is not understood. Write ${NAME}, ${NAME:-default} or ${NAME-default}");
        }
        String name = parts.group(1);
        String operator = parts.group(2) == null ? "" : parts.group(2);
        String value = environment.get(name);
        boolean missing = value == null || (operator.startsWith(":") && value.isEmpty());
        if (!missing || operator.isEmpty()) {
            return plain(name);
        }
        if (operator.endsWith("?")) {
            throw new InvalidMigrationException(
                    "line " + number + ": environment variable \"" + name + "\" is not set. Set it: " + parts.group(3));
        }
        return parts.group(3);
    }
}
