package dev.godwit.postgres.effect;

import dev.godwit.sql.Lexeme;
import java.util.ArrayList;
import java.util.List;

/** Takes a condition apart at its AND and OR, without its outer parentheses. */
final class Logic {
    private Logic() {}

    /** Returns the parts of which all must hold. */
    static List<List<Lexeme>> conjuncts(List<Lexeme> condition) {
        List<Lexeme> inner = strip(condition);
        return split(inner, "OR").size() > 1 ? List.of(inner) : split(inner, "AND");
    }

    /** Returns the parts of which one must hold. */
    static List<List<Lexeme>> disjuncts(List<Lexeme> condition) {
        return split(strip(condition), "OR");
    }

    // The AND of a BETWEEN parts nothing.
    private static List<List<Lexeme>> split(List<Lexeme> tokens, String word) {
        List<List<Lexeme>> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean between = false;
        for (int i = 0; i < tokens.size(); i++) {
            Lexeme token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            between |= depth == 0 && token.is("BETWEEN");
            if (depth == 0 && token.is(word)) {
                if (between && word.equals("AND")) {
                    between = false;
                } else {
                    parts.add(strip(tokens.subList(start, i)));
                    start = i + 1;
                }
            }
        }
        parts.add(strip(tokens.subList(start, tokens.size())));
        return parts;
    }

    static List<Lexeme> strip(List<Lexeme> tokens) {
        List<Lexeme> inner = tokens;
        while (inner.size() > 2 && inner.getFirst().isSymbol("(") && closesAtEnd(inner)) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    private static boolean closesAtEnd(List<Lexeme> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }
}
