package dev.godwit.sql.postgres;

import dev.godwit.sql.internal.NameReader;
import dev.godwit.sql.internal.Token;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads names as the server does: ASCII letters to lower case outside of quotes, and 63 bytes at most. */
final class PostgresNames implements NameReader {
    private static final int MOST_BYTES = 63;

    @Override
    public Optional<String> read(Token kind, String text) {
        return switch (kind) {
            case WORD -> Optional.of(folded(text));
            case QUOTED_NAME -> Optional.of(cut(unquote(text)));
            case STRING, NUMBER, SYMBOL, TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, UNTERMINATED, END ->
                Optional.empty();
        };
    }

    /** Returns the name that a word without quotes spells. */
    static String folded(String word) {
        return cut(lower(word));
    }

    /** Returns the name that {@code U&"…" UESCAPE 'c'} spells. */
    static String unicode(String quoted, char escape) {
        String inner = quoted.substring(quoted.indexOf('"') + 1, quoted.length() - 1);
        return cut(PostgresStrings.unicode(inner.replace("\"\"", "\""), escape));
    }

    private static String unquote(String text) {
        int quote = text.indexOf('"');
        String name = text.substring(quote + 1, text.length() - 1).replace("\"\"", "\"");
        return quote == 0 ? name : PostgresStrings.unicode(name);
    }

    /** Returns the word with its ASCII letters in lower case. */
    static String lower(String text) {
        int upper = 0;
        while (upper < text.length() && !upper(text.charAt(upper))) {
            upper++;
        }
        return upper == text.length() ? text : text.substring(0, upper) + lowered(text, upper);
    }

    private static StringBuilder lowered(String text, int from) {
        StringBuilder lower = new StringBuilder(text.length() - from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(upper(c) ? (char) (c + 0x20) : c);
        }
        return lower;
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static String cut(String name) {
        if (name.length() * 3 <= MOST_BYTES) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            return name;
        }
        int end = MOST_BYTES;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
