package dev.godwit.cli.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the values of keys. */
final class Values {
    private Values() {}

    static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the value is empty. Give one or leave the key away");
        }
        return text;
    }

    static int count(String text) {
        try {
            int count = Integer.parseInt(text.strip());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notACount(text), e);
        }
        throw new IllegalArgumentException(notACount(text));
    }

    static int positiveCount(String text) {
        int count = count(text);
        if (count == 0) {
            throw new IllegalArgumentException(notACount(text));
        }
        return count;
    }

    private static String notACount(String text) {
        return "\"" + text + "\" is not a count. Write it as a whole number, for example 3";
    }

    static boolean truth(String text) {
        return switch (text.strip()) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default ->
                throw new IllegalArgumentException("\"" + text + "\" is neither true nor false. Write one of them");
        };
    }

    static OutputFormat output(String text) {
        for (OutputFormat format : OutputFormat.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text.strip())) {
                return format;
            }
        }
        throw new IllegalArgumentException("\"" + text
                + "\" is no output format. Write text or json; godwit lint also knows sarif, github, gitlab and junit");
    }

    static FailOn failOn(String text) {
        for (FailOn level : FailOn.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(text.strip())) {
                return level;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no severity. Write error, warn, info or none");
    }

    // Several pairs come one a line: from repeated options, from a table of the file, or from one variable.
    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                pairs.put(line.substring(0, equals).strip(), line.substring(equals + 1));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("\"" + line + "\" is not NAME=VALUE. Write it so");
            }
        }
        return pairs;
    }
}
