package dev.godwit.sql.internal;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.Lexeme.Kind;
import dev.godwit.sql.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers the tokens of an expression while a cursor passes over them. */
final class TokenRun {
    private static final int LONGEST_OPERATOR = 3;
    private static final Set<String> OPERATORS = Set.of(
            "<=", ">=", "<>", "!=", "::", ":=", "=>", "||", "&&", "->", "->>", "#>", "#>>", "@>", "<@", "<<", ">>",
            "<=>", "~*", "!~", "!~*", "@@", "?|", "?&", "^@", "==");

    private final List<Lexeme> tokens = new ArrayList<>();
    private final int start;
    private int end;

    TokenRun(int start) {
        this.start = start;
        this.end = start;
    }

    void add(Kind kind, String text, int from, int to) {
        boolean joined = kind == Kind.SYMBOL && from == end && joins(text);
        if (!joined) {
            tokens.add(new Lexeme(kind, text));
        }
        end = to;
    }

    private boolean joins(String symbol) {
        if (tokens.isEmpty() || tokens.getLast().kind() != Kind.SYMBOL) {
            return false;
        }
        String together = tokens.getLast().text() + symbol;
        if (together.length() > LONGEST_OPERATOR || !OPERATORS.contains(together)) {
            return false;
        }
        tokens.set(tokens.size() - 1, new Lexeme(Kind.SYMBOL, together));
        return true;
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    Expression expression(ByteWindow bytes) {
        return new Expression(new SourceSpan(start, end), bytes.text(start, end), tokens);
    }
}
