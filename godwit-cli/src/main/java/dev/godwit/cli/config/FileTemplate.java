package dev.godwit.cli.config;

import dev.godwit.core.db.DatabaseUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first {@code godwit.toml}: every key with its meaning, switched off unless it was given. */
public final class FileTemplate {
    private FileTemplate() {}

    /** Returns its text; {@code given} are the options of the command that makes it. A password is never written. */
    public static String text(Map<String, String> given) {
        var text = new StringBuilder("""
            # Settings of Godwit. Each is also an option (--max-stall) and a variable (GODWIT_MAX_STALL),
            # which win over this file. Passwords do not belong here: set GODWIT_PASSWORD or password-file.
            """);
        for (Key<?> key : keys()) {
            text.append("\n# ").append(key.description()).append(".\n");
            if (key.kind() == Key.Kind.PAIRS) {
                text.append("# ").append(key.name()).append(".name = \"value\"\n");
                continue;
            }
            Optional<String> value = Optional.ofNullable(given.get(key.name()));
            text.append(value.isPresent() ? "" : "# ")
                    .append(key.name())
                    .append(" = ")
                    .append(literal(key, value.orElse(example(key))))
                    .append('\n');
        }
        text.append("""

            # Levels of the rules of lint: off, info, warn or error. `godwit rules` lists them.
            # lint.rules.drop-column = "warn"
            # lint.paths."legacy/**".all = "off"
            """);
        return text.toString();
    }

    private static List<Key<?>> keys() {
        return Keys.configurable().stream()
                .filter(key -> key.scope() == Key.Scope.EVERYWHERE)
                .toList();
    }

    private static String example(Key<?> key) {
        if (key.equals(Keys.URL)) {
            return "postgres://app@localhost:5432/shop";
        }
        return key.fallback();
    }

    private static String literal(Key<?> key, String value) {
        boolean bare = key.kind() == Key.Kind.SWITCH || key.equals(Keys.CONNECT_RETRIES);
        String shown = key.equals(Keys.URL) ? withoutPassword(value) : value;
        return bare ? shown : "\"" + shown.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String withoutPassword(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        return url.password().isEmpty()
                ? text
                : new DatabaseUrl(
                                url.scheme(),
                                url.hosts(),
                                url.database(),
                                url.user(),
                                Optional.empty(),
                                url.parameters())
                        .toString();
    }
}
