package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What rules ask of WHERE. */
final class Conditions {
    private static final Pattern LITERAL = Pattern.compile("TRUE|1|'t'|'true'", Pattern.CASE_INSENSITIVE);
    private static final Set<String> FEW = Set.of(
            "id", "uuid", "guid", "key", "slug", "code", "name", "email", "username", "login", "handle", "version");

    private Conditions() {}

    /** Tells whether all rows fulfil it: TRUE, 1 = 1, a column equal to itself. */
    static boolean isAlwaysTrue(Expression condition) {
        List<Lexeme> tokens = strip(condition.tokens());
        if (tokens.size() == 1) {
            return LITERAL.matcher(tokens.getFirst().text()).matches();
        }
        return isTautology(tokens)
                || disjuncts(tokens).stream().anyMatch(part -> part.size() < tokens.size() && isTautology(strip(part)));
    }

    private static boolean isTautology(List<Lexeme> tokens) {
        boolean sameSides = tokens.size() == 3
                && tokens.get(1).isSymbol("=")
                && tokens.get(0).text().equalsIgnoreCase(tokens.get(2).text());
        return sameSides
                || (tokens.size() == 1
                        && LITERAL.matcher(tokens.getFirst().text()).matches());
    }

    private static List<List<Lexeme>> disjuncts(List<Lexeme> tokens) {
        return split(tokens, "OR");
    }

    private static List<List<Lexeme>> split(List<Lexeme> tokens, String word) {
        List<List<Lexeme>> parts = new ArrayList<>();
        List<Lexeme> part = new ArrayList<>();
        int depth = 0;
        for (Lexeme token : tokens) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is(word)) {
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
        while (inner.size() > 2
                && inner.getFirst().isSymbol("(")
                && inner.getLast().isSymbol(")")
                && split(inner, "OR").size() == 1
                && inner.stream().filter(token -> token.isSymbol("(")).count() == 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    /** Tells whether it picks few rows: by a key or a name, from a list, or within a range of keys. */
    static boolean picksFew(Expression condition, Optional<Table> table) {
        List<Lexeme> tokens = strip(condition.tokens());
        if (split(tokens, "OR").size() > 1) {
            return split(tokens, "OR").stream().allMatch(part -> conjunctPicksFew(part, table));
        }
        return conjunctPicksFew(tokens, table);
    }

    private static boolean conjunctPicksFew(List<Lexeme> tokens, Optional<Table> table) {
        return split(strip(tokens), "AND").stream().anyMatch(part -> isPick(strip(part), table));
    }

    private static boolean isPick(List<Lexeme> tokens, Optional<Table> table) {
        if (tokens.size() < 3 || !tokens.getFirst().isName()) {
            return false;
        }
        int operator = 1;
        while (operator + 2 < tokens.size() && tokens.get(operator).isSymbol(".")) {
            operator += 2;
        }
        String column = tokens.get(operator - 1).text();
        if (!isKey(column, table)) {
            return false;
        }
        Lexeme first = tokens.get(operator);
        boolean values = tokens.subList(operator + 1, tokens.size()).stream().noneMatch(token -> token.is("SELECT"))
                || tokens.stream().anyMatch(token -> token.is("LIMIT"));
        return values && (first.isSymbol("=") || first.is("IN") || first.is("BETWEEN") || isRange(first));
    }

    private static boolean isRange(Lexeme operator) {
        return operator.isSymbol("<") || operator.isSymbol("<=");
    }

    private static boolean isKey(String column, Optional<Table> table) {
        return FEW.contains(column.toLowerCase(Locale.ROOT))
                || table.filter(known ->
                                known.indexes().stream().anyMatch(index -> index.isUnique() && isOn(index, column)))
                        .isPresent()
                || table.filter(known -> known.rules(ConstraintRule.PrimaryKey.class)
                                .anyMatch(key -> key.key().columns().stream()
                                        .map(Identifier::name)
                                        .toList()
                                        .equals(List.of(column))))
                        .isPresent();
    }

    private static boolean isOn(Index index, String column) {
        return index.elements().size() == 1
                && index.elements()
                        .getFirst()
                        .column()
                        .filter(name -> name.name().equals(column))
                        .isPresent();
    }
}
