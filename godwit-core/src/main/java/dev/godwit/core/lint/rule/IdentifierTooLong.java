package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds names that the server cuts or refuses. */
final class IdentifierTooLong implements Rule {
    private static final int POSTGRES = 63;
    private static final int MYSQL = 64;
    private static final RuleInfo INFO = RuleInfo.error(
                    "identifier-too-long", Category.COMPATIBILITY, "The name is longer than the server keeps")
            .on("postgres", "mysql", "mariadb");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        boolean postgres = statement.version().product().equals("postgres");
        return DefinedNames.of(statement)
                .map(Identifier::name)
                .map(name -> postgres ? written(statement.text(), name) : name)
                .filter(name -> postgres ? bytes(name) > POSTGRES : name.length() > MYSQL)
                .distinct()
                .map(name -> found(statement, name, postgres));
    }

    private static Found found(StatementContext statement, String name, boolean postgres) {
        String happens = postgres
                ? "PostgreSQL cuts it to " + cut(name) + " and only gives a notice; two that begin alike collide"
                : "the server refuses it: the migration fails";
        return Found.at(statement, happens)
                .because(name + " has " + bytes(name) + " bytes; " + (postgres ? "63 bytes" : "64 characters")
                        + " are kept")
                .instead(List.of("-- choose a shorter name"));
    }

    // Names are read as the server reads them, so one that was cut must be looked up in the text.
    private static String written(String text, String name) {
        if (bytes(name) < POSTGRES - 3) {
            return name;
        }
        int start = text.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
        if (start < 0) {
            return name;
        }
        boolean quoted = start > 0 && text.charAt(start - 1) == '"';
        int end = start + name.length();
        while (end < text.length() && (quoted ? text.charAt(end) != '"' : isWord(text.charAt(end)))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isWord(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }

    private static int bytes(String name) {
        return name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private static String cut(String name) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > POSTGRES) {
            end--;
        }
        return name.substring(0, end);
    }
}
