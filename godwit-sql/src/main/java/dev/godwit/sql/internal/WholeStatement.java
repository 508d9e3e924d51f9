package dev.godwit.sql.internal;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.Statement.Unparsed.Handling;
import java.util.List;
import java.util.function.Function;

/** A text that is one statement because its author says so. */
public final class WholeStatement {
    private WholeStatement() {}

    /** Returns the only statement of {@code split}, or else what {@code outline} makes of the text from its first to its last token. */
    public static Statement of(List<Statement> split, Lexer lexer, Function<SourceSpan, Statement> outline) {
        if (split.size() == 1) {
            return split.getFirst();
        }
        ByteWindow bytes = lexer.bytes();
        if (split.isEmpty()) {
            SourceSpan nothing = new SourceSpan(bytes.start(), bytes.limit());
            return new Unparsed(nothing, "there is no statement in it", Handling.SEND);
        }
        int start = split.getFirst().span().start();
        return outline.apply(new SourceSpan(
                start, Math.max(end(lexer), split.getLast().span().end())));
    }

    private static int end(Lexer lexer) {
        int end = lexer.bytes().start();
        while (lexer.next() != Token.END) {
            if (lexer.token() != Token.COMMENT && lexer.token() != Token.TERMINATOR) {
                end = lexer.end();
            }
        }
        return end;
    }
}
