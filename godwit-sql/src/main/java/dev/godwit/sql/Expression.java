package dev.godwit.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of tokens that is read no further: an expression, a query, a list of options. Two runs of the same tokens are equal, however they
 * are laid out.
 *
 * @param text as it was written, comments included
 * @param tokens without comments
 */
public record Expression(SourceSpan span, String text, List<Lexeme> tokens) {
    public Expression {
        tokens = List.copyOf(tokens);
    }

    /** Tells whether the keywords stand in it next to each other. */
    public boolean has(String... keywords) {
        for (int i = 0; i + keywords.length <= tokens.size(); i++) {
            if (hasAt(i, keywords)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAt(int start, String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            if (!tokens.get(start + i).is(keywords[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the names that are called like functions: each is followed by a parenthesis; the last part of a qualified one. */
    public List<String> calls() {
        List<String> calls = new ArrayList<>(1);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).isSymbol("(")) {
                calls.add(tokens.get(i).text());
            }
        }
        return calls;
    }

    /** Returns all that could be a name, keywords and functions included. */
    public Stream<String> names() {
        return tokens.stream().filter(Lexeme::isName).map(Lexeme::text);
    }

    /** Tells whether it mentions that name. */
    public boolean mentions(Identifier name) {
        return names().anyMatch(name.name()::equals);
    }
}
