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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules ask of WHERE. */
final class Conditions {
    private static final Set<String> TRUE = Set.of("TRUE", "1", "'T'", "'TRUE'");
    private static final Set<String> KEYS =
            Set.of("id", "uuid", "guid", "key", "slug", "code", "name", "email", "username", "login", "handle");
    /** Columns of which the names say that many rows have the same value. */
    private static final Pattern COMMON = Pattern.compile(
            "(.*_)?(status|state|type|kind|active|enabled|disabled|deleted|archived|plan|role|category|country|language|locale|currency|level|tier"
                    + "|version|source|provider|visibility)|(is|has)_.*");

    private Conditions() {}

    /** Tells whether all rows fulfil it: TRUE, 1 = 1, a column equal to itself. */
    static boolean isAlwaysTrue(Expression condition) {
        return disjuncts(condition.tokens()).anyMatch(Conditions::isTautology);
    }

    private static boolean isTautology(List<Lexeme> tokens) {
        String text = tokens.stream()
                .map(Lexeme::text)
                .collect(Collectors.joining(" "))
                .toUpperCase(Locale.ROOT);
        boolean sameSides = tokens.size() == 3
                && tokens.get(1).isSymbol("=")
                && tokens.get(0).text().equalsIgnoreCase(tokens.get(2).text());
        return sameSides || TRUE.contains(text) || text.equals("NOT FALSE") || text.equals("NULL IS NULL");
    }

    /** Tells whether it picks few rows: by a key or a name, by a value that few rows have, from a list, or within a range of keys. */
    static boolean picksFew(Expression condition, Optional<Table> table) {
        return disjuncts(condition.tokens())
                .allMatch(part ->
                        split(part, "AND").stream().map(Conditions::strip).anyMatch(pick -> isPick(pick, table)));
    }

    private static Stream<List<Lexeme>> disjuncts(List<Lexeme> tokens) {
        return split(strip(tokens), "OR").stream().map(Conditions::strip);
    }

    private static List<List<Lexeme>> split(List<Lexeme> tokens, String word) {
        List<List<Lexeme>> parts = new ArrayList<>();
        List<Lexeme> part = new ArrayList<>();
        int depth = 0;
        boolean between = false;
        for (Lexeme token : tokens) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            between |= depth == 0 && token.is("BETWEEN");
            if (depth == 0 && token.is(word) && !(between && word.equals("AND"))) {
                parts.add(List.copyOf(part));
                part.clear();
            } else {
                between &= !token.is("AND");
                part.add(token);
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }

    private static List<Lexeme> strip(List<Lexeme> tokens) {
        List<Lexeme> inner = tokens;
        while (inner.size() > 2 && inner.getFirst().isSymbol("(") && closes(inner)) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    private static boolean closes(List<Lexeme> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }

    private static boolean isPick(List<Lexeme> tokens, Optional<Table> table) {
        int operator = 1;
        while (operator + 2 < tokens.size() && tokens.get(operator).isSymbol(".")) {
            operator += 2;
        }
        if (tokens.size() <= operator + 1 || !tokens.getFirst().isName()) {
            return isNever(tokens);
        }
        List<Lexeme> values = tokens.subList(operator + 1, tokens.size());
        boolean limited = values.stream().anyMatch(token -> token.is("LIMIT"));
        boolean query = values.stream().anyMatch(token -> token.is("SELECT"));
        return (limited || !query) && picks(tokens.get(operator - 1).text(), tokens.get(operator), values, table);
    }

    private static boolean picks(String column, Lexeme operator, List<Lexeme> values, Optional<Table> table) {
        boolean equal = operator.isSymbol("=") || operator.is("IN");
        boolean range =
                operator.is("BETWEEN") || Stream.of("<", "<=", ">", ">=").anyMatch(operator::isSymbol);
        if (isKey(column, table)) {
            return equal || range;
        }
        boolean numbers = values.stream().anyMatch(value -> value.kind() == Lexeme.Kind.NUMBER);
        boolean literals = numbers || values.stream().anyMatch(value -> value.kind() == Lexeme.Kind.STRING);
        boolean computed = values.stream().anyMatch(value -> value.kind() == Lexeme.Kind.WORD);
        return !computed
                && ((equal
                                && literals
                                && !COMMON.matcher(column.toLowerCase(Locale.ROOT))
                                        .matches())
                        || (range && numbers));
    }

    private static boolean isNever(List<Lexeme> tokens) {
        return tokens.size() == 1 && tokens.getFirst().is("FALSE");
    }

    private static boolean isKey(String column, Optional<Table> table) {
        return KEYS.contains(column.toLowerCase(Locale.ROOT))
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
