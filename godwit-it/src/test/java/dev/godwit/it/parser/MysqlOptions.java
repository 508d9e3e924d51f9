package dev.godwit.it.parser;

import java.util.List;
import java.util.Locale;

/** Names the options of a table in MySQL and MariaDB in one way. */
final class MysqlOptions {
    private MysqlOptions() {}

    /** Returns the canonical name of an option that was written with these tokens. */
    static String name(List<String> tokens) {
        List<String> words = tokens.stream()
                .map(token -> token.toUpperCase(Locale.ROOT))
                .dropWhile(token -> token.equals("DEFAULT"))
                .toList();
        return switch (words.getFirst()) {
            case "CHARACTER", "CHAR", "CHARSET" -> "CHARSET";
            case "DATA", "INDEX" -> words.getFirst() + " DIRECTORY";
            default -> words.getFirst();
        };
    }
}
