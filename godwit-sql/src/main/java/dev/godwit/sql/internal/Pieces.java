package dev.godwit.sql.internal;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.Statement.Unparsed.Handling;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a splitter finds: the statement that is being read, the finished ones, and the comments between them. */
public final class Pieces {
    private static final int NONE = -1;

    private final ByteWindow bytes;
    private final List<Statement> statements = new ArrayList<>();
    private final List<SourceSpan> comments = new ArrayList<>();
    private final boolean keepComments;
    private int first = NONE;
    private int last = NONE;

    private Pieces(ByteWindow bytes, boolean keepComments) {
        this.bytes = bytes;
        this.keepComments = keepComments;
    }

    /** Gathers statements. */
    public static Pieces statements(ByteWindow bytes) {
        return new Pieces(bytes, false);
    }

    /** Gathers statements and the comments between them. */
    public static Pieces withComments(ByteWindow bytes) {
        return new Pieces(bytes, true);
    }

    public List<Statement> statements() {
        return statements;
    }

    public List<SourceSpan> comments() {
        return comments;
    }

    /** Returns whether a statement has begun. */
    public boolean open() {
        return first != NONE;
    }

    /** Adds {@code token} to the statement, or begins one with it. */
    public void extend(Lexer token) {
        if (first == NONE) {
            first = token.start();
        }
        last = token.end();
    }

    /** Ends the statement with its last token. */
    public SourceSpan close() {
        SourceSpan span = new SourceSpan(first, last);
        first = NONE;
        return span;
    }

    public void add(Statement statement) {
        statements.add(statement);
    }

    /** Notes a comment, unless it stands within a statement. */
    public void comment(Lexer token) {
        if (keepComments && first == NONE) {
            comments.add(token.span());
        }
    }

    /** Ends the statement at the end of the line that {@code token} is in, as one that asks something of the client. */
    public void refuseLine(Lexer token, String why) {
        int from = first == NONE ? token.start() : first;
        int end = bytes.find('\n', token.start());
        first = NONE;
        statements.add(new Unparsed(new SourceSpan(from, bytes.trim(from, end)), why, Handling.REFUSE));
        token.seek(end);
    }

    /** Makes all that is left one statement, because the token never ends. */
    public void unterminated(Lexer token) {
        int from = first == NONE ? token.start() : first;
        first = NONE;
        statements.add(unclosed(new SourceSpan(from, token.end()), "the " + token.unterminated(), token.start()));
    }

    /** Makes all that is left one statement, because {@code what}, which begins at {@code offset}, is never closed. */
    public void unclosed(String what, int offset) {
        statements.add(unclosed(close(), what, offset));
    }

    private Unparsed unclosed(SourceSpan span, String what, int offset) {
        String why = "%s that begins at line %s is never closed"
                .formatted(what, bytes.source().position(offset));
        return new Unparsed(span, why, Handling.SEND);
    }
}
