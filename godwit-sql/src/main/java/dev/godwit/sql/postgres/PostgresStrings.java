package dev.godwit.sql.postgres;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What string literals say. */
final class PostgresStrings {
    private static final Pattern CONTINUED = Pattern.compile("'[ \\t\\f]*[\\r\\n][ \\t\\f\\r\\n]*'");
    private static final Pattern UNICODE = Pattern.compile("\\\\(?:\\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4})|(\\\\))");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|([\\s\\S]))");

    private PostgresStrings() {}

    /** Returns the value of a string literal in any notation. */
    static String value(String literal) {
        if (literal.startsWith("$")) {
            int body = literal.indexOf('$', 1) + 1;
            return literal.substring(body, literal.length() - body);
        }
        int quote = literal.indexOf('\'');
        String prefix = literal.substring(0, quote).toUpperCase(Locale.ROOT);
        String inner = literal.substring(quote + 1, literal.length() - 1);
        return switch (prefix) {
            case "E" -> escaped(CONTINUED.matcher(inner).replaceAll("").replace("''", "'"));
            case "U&" -> unicode(inner.replace("''", "'"));
            default -> inner.replace("''", "'");
        };
    }

    /** Replaces the escapes that {@code U&} allows. */
    static String unicode(String text) {
        return UNICODE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(3) != null
                                ? "\\"
                                : codePoint(match.group(1) != null ? match.group(1) : match.group(2))));
    }

    private static String escaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(escape(match)));
    }

    private static String escape(MatchResult match) {
        for (int group = 1; group <= 4; group++) {
            String digits = match.group(group);
            if (digits != null) {
                return group == 4 ? Character.toString(Integer.parseInt(digits, 8)) : codePoint(digits);
            }
        }
        return switch (match.group(5)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "b" -> "\b";
            case "f" -> "\f";
            default -> match.group(5);
        };
    }

    private static String codePoint(String hex) {
        long value = Long.parseLong(hex, 16);
        return Character.isValidCodePoint((int) Math.min(value, Integer.MAX_VALUE))
                ? Character.toString((int) value)
                : "";
    }
}
