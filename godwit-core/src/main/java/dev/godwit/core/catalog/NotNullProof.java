package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import java.util.ArrayList;
import java.util.List;

/** Recognises conditions that no row with a NULL in a column can fulfil. */
final class NotNullProof {
    private NotNullProof() {}

    /** Tells whether the rule says that the column is never NULL: {@code column IS NOT NULL}, alone or as one part of an AND. */
    static boolean by(ConstraintRule rule, Identifier column) {
        return rule instanceof ConstraintRule.Check check
                && conjuncts(check.condition()).stream().anyMatch(part -> isNotNull(strip(part), column));
    }

    private static List<List<Lexeme>> conjuncts(Expression condition) {
        List<List<Lexeme>> parts = new ArrayList<>();
        List<Lexeme> part = new ArrayList<>();
        int depth = 0;
        for (Lexeme token : strip(condition.tokens())) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is("OR")) {
                return List.of();
            }
            if (depth == 0 && token.is("AND")) {
                parts.add(List.copyOf(part));
                part.clear();
            } else {
                part.add(token);
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }

    private static List<Lexeme> strip(List<Lexeme> tokens) {
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

    private static boolean isNotNull(List<Lexeme> tokens, Identifier column) {
        return tokens.size() == 4
                && tokens.get(0).isName()
                && tokens.get(0).text().equals(column.name())
                && tokens.get(1).is("IS")
                && tokens.get(2).is("NOT")
                && tokens.get(3).is("NULL");
    }
}
