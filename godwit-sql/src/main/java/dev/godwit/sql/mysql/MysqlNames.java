package dev.godwit.sql.mysql;

import dev.godwit.sql.internal.NameReader;
import dev.godwit.sql.internal.Token;
import java.util.Optional;

/** Reads names as they are written; a double-quoted string counts as one, because ANSI_QUOTES may be on. */
final class MysqlNames implements NameReader {
    @Override
    public Optional<String> read(Token kind, String text) {
        return switch (kind) {
            case WORD -> Optional.of(text);
            case QUOTED_NAME -> Optional.of(unquote(text));
            case STRING -> text.startsWith("\"") ? Optional.of(unquote(text)) : Optional.empty();
            case NUMBER, SYMBOL, TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, UNTERMINATED, END ->
                Optional.empty();
        };
    }

    private static String unquote(String text) {
        String quote = text.substring(0, 1);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }
}
