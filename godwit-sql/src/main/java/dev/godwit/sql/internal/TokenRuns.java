package dev.godwit.sql.internal;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Lexeme.Kind;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads runs of tokens, as of an expression or a query, from where a cursor stands. */
public final class TokenRuns {
    private final Cursor cursor;
    private final Lexer lexer;
    private final NameReader names;

    TokenRuns(Cursor cursor, Lexer lexer, NameReader names) {
        this.cursor = cursor;
        this.lexer = lexer;
        this.names = names;
    }

    /**
     * Reads tokens up to the end, to a comma or closing parenthesis that was not opened in it, or to where {@code stop} says so, which is
     * asked at each token outside of parentheses but the first; empty where there is none.
     */
    public Optional<Expression> upTo(BooleanSupplier stop) {
        return run(',', stop);
    }

    /** Like {@link #upTo}, but commas belong to it, as they do to a query. */
    public Optional<Expression> clause(BooleanSupplier stop) {
        return run(')', stop);
    }

    private Optional<Expression> run(char separator, BooleanSupplier stop) {
        var run = new TokenRun(cursor.mark());
        int depth = 0;
        while (!cursor.atEnd()) {
            if (depth == 0
                    && (cursor.isSymbol(separator)
                            || cursor.isSymbol(')')
                            || (!run.isEmpty() && stop.getAsBoolean()))) {
                break;
            }
            depth += opens() ? 1 : closes() ? -1 : 0;
            addTo(run);
        }
        return run.isEmpty() ? Optional.empty() : Optional.of(run.expression(lexer.bytes()));
    }

    /** Reads what is left up to the end of the statement; empty where nothing is. */
    public Optional<Expression> toEnd() {
        var run = new TokenRun(cursor.mark());
        while (!cursor.atEnd()) {
            addTo(run);
        }
        return run.isEmpty() ? Optional.empty() : Optional.of(run.expression(lexer.bytes()));
    }

    /** Reads the tokens that begin before {@code end}, commas and all. */
    public Expression before(int end) {
        var run = new TokenRun(cursor.mark());
        while (!cursor.atEnd() && lexer.start() < end) {
            addTo(run);
        }
        return run.expression(lexer.bytes());
    }

    /** Reads a pair of parentheses and returns what is in it, which may be nothing at all; empty where no parenthesis comes next or it is never closed. */
    public Optional<Expression> inParentheses() {
        if (!cursor.isSymbol('(')) {
            return Optional.empty();
        }
        int mark = cursor.mark();
        cursor.advance();
        var run = new TokenRun(cursor.mark());
        int depth = 0;
        while (!cursor.atEnd() && !(depth == 0 && cursor.isSymbol(')'))) {
            depth += cursor.isSymbol('(') ? 1 : cursor.isSymbol(')') ? -1 : 0;
            addTo(run);
        }
        if (!cursor.takeSymbol(')')) {
            cursor.seek(mark);
            return Optional.empty();
        }
        return Optional.of(run.expression(lexer.bytes()));
    }

    /** Returns the tokens that were passed over since {@code mark}. */
    public Expression since(int mark) {
        int here = cursor.mark();
        cursor.seek(mark);
        var run = new TokenRun(mark);
        while (!cursor.atEnd() && cursor.mark() < here) {
            addTo(run);
        }
        return run.expression(lexer.bytes());
    }

    private boolean opens() {
        return cursor.isSymbol('(') || cursor.isSymbol('[');
    }

    private boolean closes() {
        return cursor.isSymbol(')') || cursor.isSymbol(']');
    }

    private void addTo(TokenRun run) {
        int from = lexer.start();
        int to = lexer.end();
        switch (cursor.token()) {
            case WORD ->
                run.add(Kind.WORD, names.read(cursor.token(), lexer.text()).orElse(lexer.text()), from, to);
            case QUOTED_NAME ->
                run.add(Kind.NAME, names.read(cursor.token(), lexer.text()).orElse(lexer.text()), from, to);
            case STRING, UNTERMINATED -> run.add(Kind.STRING, lexer.text(), from, to);
            case NUMBER -> run.add(Kind.NUMBER, lexer.text(), from, to);
            case SYMBOL, TERMINATOR -> run.add(Kind.SYMBOL, lexer.text(), from, to);
            case COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, END -> {}
        }
        cursor.advance();
    }
}
