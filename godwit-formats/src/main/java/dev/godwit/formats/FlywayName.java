package dev.godwit.formats;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Flyway reads from the name of a file. */
record FlywayName(Type type, String version, String description) {
    private static final Pattern VERSIONED =
            Pattern.compile("([VUB])(\\d+(?:[._]\\d+)*)(?:__(.*))?\\.(?i:sql)", Pattern.DOTALL);
    private static final Pattern REPEATABLE = Pattern.compile("R__(.+)\\.(?i:sql)", Pattern.DOTALL);

    enum Type {
        VERSIONED,
        UNDO,
        BASELINE,
        REPEATABLE
    }

    /** Reads the last part of a path. */
    static Optional<FlywayName> of(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        Matcher repeatable = REPEATABLE.matcher(file);
        if (repeatable.matches()) {
            return Optional.of(new FlywayName(Type.REPEATABLE, "", words(repeatable.group(1))));
        }
        Matcher name = VERSIONED.matcher(file);
        if (!name.matches()) {
            return Optional.empty();
        }
        Type type = switch (name.group(1)) {
            case "V" -> Type.VERSIONED;
            case "U" -> Type.UNDO;
            default -> Type.BASELINE;
        };
        String description = name.group(3) == null ? "" : words(name.group(3));
        return Optional.of(new FlywayName(type, name.group(2).replace('_', '.'), description));
    }

    private static String words(String text) {
        return text.replace('_', ' ');
    }
}
