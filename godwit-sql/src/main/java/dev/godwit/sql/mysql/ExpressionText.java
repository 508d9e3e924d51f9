package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.internal.ByteWindow;
import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.Token;
import java.util.function.Function;

/**
 * Writes runs of tokens as they were written, but for comments and white space: without these a call stays a call and
 * {@code x'4D'} a number, which depends on whether tokens touch.
 */
final class ExpressionText {
    private final Function<ByteWindow, Lexer> lexers;

    ExpressionText(Function<ByteWindow, Lexer> lexers) {
        this.lexers = lexers;
    }

    String of(Expression expression) {
        String text = expression.text();
        return isTidy(text) ? text : tidied(text);
    }

    private static boolean isTidy(String text) {
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean suspicious = c == '*' || c == '#' || c == '-' || c == '"' || c < ' ' || (space && c == ' ');
            if (suspicious) {
                return false;
            }
            space = c == ' ';
        }
        return true;
    }

    private String tidied(String text) {
        SqlSource source = SqlSource.of("", text);
        Lexer lexer = lexers.apply(new ByteWindow(source, source.whole()));
        var tidied = new StringBuilder(text.length());
        int end = 0;
        while (lexer.next() != Token.END) {
            boolean silent = switch (lexer.token()) {
                case COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE -> true;
                case WORD, QUOTED_NAME, STRING, NUMBER, SYMBOL, TERMINATOR, UNTERMINATED -> false;
                case END -> true;
            };
            if (silent) {
                continue;
            }
            if (lexer.start() > end && !tidied.isEmpty()) {
                tidied.append(' ');
            }
            tidied.append(source.text(new SourceSpan(lexer.start(), lexer.end())));
            end = lexer.end();
        }
        return tidied.toString();
    }
}
