package dev.godwit.sql.mysql;

import dev.godwit.sql.internal.Lexer.Backslash;
import dev.godwit.sql.internal.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes names and literals. */
final class MysqlText {
    private MysqlText() {}

    static String quote(String name) {
        return '`' + SafeText.checked(name).replace("`", "``") + '`';
    }

    /** Quotes a name where it would not be read as itself without. */
    static String name(String name) {
        return isPlain(name) && !ReservedWords.isReservedAnywhere(name) ? name : quote(name);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            boolean digit = c >= '0' && c <= '9' && i > 0;
            if (!digit && !letter) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Writes a text where the grammar wants a plain string, for a session in which a backslash escapes. */
    static String string(String text) {
        return "'" + text.replace("\\", "\\\\").replace("\0", "\\0").replace("'", "''") + "'";
    }

    /** Returns the value of a literal with its quotes (MySQL 8.0 manual, 11.1.1). */
    static String value(String literal, Backslash backslash) {
        char quote = literal.charAt(0);
        String inner = literal.substring(1, literal.length() - 1);
        if (inner.indexOf('\\') < 0 && inner.indexOf(quote) < 0) {
            return inner;
        }
        var value = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == quote) {
                i++;
            } else if (c == '\\' && backslash == Backslash.ESCAPES && i + 1 < inner.length()) {
                i++;
                escaped(inner.charAt(i), value);
                continue;
            }
            value.append(c);
        }
        return value.toString();
    }

    private static void escaped(char c, StringBuilder value) {
        switch (c) {
            case '0' -> value.append('\0');
            case 'b' -> value.append('\b');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'Z' -> value.append('\u001A');
            case '%', '_' -> value.append('\\').append(c);
            default -> value.append(c);
        }
    }

    // Whether a backslash escapes depends on NO_BACKSLASH_ESCAPES, so a text with one is written in hexadecimal.
    static String literal(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\0') < 0) {
            return "'" + text.replace("'", "''") + "'";
        }
        return "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }
}
