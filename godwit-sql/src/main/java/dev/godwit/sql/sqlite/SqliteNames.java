package dev.godwit.sql.sqlite;

import dev.godwit.sql.internal.NameReader;
import dev.godwit.sql.internal.Token;
import java.util.Optional;

/** Reads names as they are written; a string counts as a name where a name is expected. */
final class SqliteNames implements NameReader {
    @Override
    public Optional<String> read(Token kind, String text) {
        return switch (kind) {
            case WORD -> Optional.of(text);
            case QUOTED_NAME, STRING -> Optional.of(unquote(text));
            case NUMBER, SYMBOL, TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, UNTERMINATED, END ->
                Optional.empty();
        };
    }

    private static String unquote(String text) {
        String inner = text.substring(1, text.length() - 1);
        String quote = text.substring(0, 1);
        return quote.equals("[") ? inner : inner.replace(quote + quote, quote);
    }
}
