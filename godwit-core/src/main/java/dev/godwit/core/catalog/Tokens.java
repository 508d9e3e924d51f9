package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks rules and expressions for the columns in them. */
final class Tokens {
    private Tokens() {}

    /** Tells whether the expression mentions the column, in whatever case. */
    static boolean mentions(Expression expression, Identifier column) {
        return expression.names().anyMatch(column.name()::equalsIgnoreCase);
    }

    /** Returns the columns of a key, foreign key or NOT NULL. */
    static List<Identifier> columns(ConstraintRule rule) {
        return switch (rule) {
            case PrimaryKey primary -> primary.key().columns();
            case Unique unique -> unique.key().columns();
            case NotNull notNull -> List.of(notNull.column());
            case ForeignKey foreign -> foreign.columns();
            case Check check -> List.of();
            case Exclude exclude ->
                elements(exclude.elements()).stream()
                        .flatMap(element -> element.column().stream())
                        .toList();
        };
    }

    static boolean isKey(ConstraintRule rule) {
        return rule instanceof PrimaryKey || rule instanceof Unique;
    }

    /** Tells whether the column stands in the rule. */
    static boolean uses(ConstraintRule rule, Identifier column) {
        return switch (rule) {
            case PrimaryKey primary -> uses(primary.key(), column);
            case Unique unique -> uses(unique.key(), column);
            case NotNull notNull -> Names.same(notNull.column(), column);
            case ForeignKey foreign -> contains(foreign.columns(), column);
            case Check check -> mentions(check.condition(), column);
            case Exclude exclude ->
                mentions(exclude.elements(), column)
                        || exclude.where()
                                .filter(where -> mentions(where, column))
                                .isPresent();
        };
    }

    private static boolean uses(ConstraintRule.Key key, Identifier column) {
        return contains(key.columns(), column) || contains(key.include(), column);
    }

    static boolean contains(List<Identifier> columns, Identifier column) {
        return columns.stream().anyMatch(one -> Names.same(one, column));
    }

    /** Returns the rule without the column in its key. */
    static ConstraintRule without(ConstraintRule rule, Identifier column) {
        return switch (rule) {
            case PrimaryKey primary -> new PrimaryKey(without(primary.key(), column));
            case Unique unique -> new Unique(without(unique.key(), column));
            case NotNull other -> other;
            case Check other -> other;
            case ForeignKey other -> other;
            case Exclude other -> other;
        };
    }

    private static ConstraintRule.Key without(ConstraintRule.Key key, Identifier column) {
        return new ConstraintRule.Key(
                without(key.elements(), column),
                key.usingIndex(),
                key.indexName(),
                key.method(),
                key.include(),
                key.nulls(),
                key.options());
    }

    static List<IndexElement> without(List<IndexElement> elements, Identifier column) {
        return elements.stream()
                .filter(element ->
                        element.column().filter(own -> Names.same(own, column)).isEmpty())
                .toList();
    }

    /** Cuts a run of tokens at its outer commas. */
    static List<List<Lexeme>> parts(List<Lexeme> tokens) {
        List<List<Lexeme>> parts = new ArrayList<>();
        List<Lexeme> part = new ArrayList<>();
        int depth = 0;
        for (Lexeme token : tokens) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                parts.add(List.copyOf(part));
                part.clear();
            } else {
                part.add(token);
            }
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }

    /** Reads the elements of an exclusion constraint: {@code room WITH =, during WITH &&}. */
    static List<IndexElement> elements(Expression elements) {
        return parts(elements.tokens()).stream()
                .map(part -> element(elements, part))
                .toList();
    }

    private static IndexElement element(Expression all, List<Lexeme> part) {
        boolean column =
                part.getFirst().isName() && (part.size() == 1 || !part.get(1).isSymbol("("));
        if (column) {
            return IndexElement.of(new Identifier(part.getFirst().text()));
        }
        Expression expression = new Expression(all.span(), all.text(), part);
        return new IndexElement(
                Optional.empty(),
                Optional.of(expression),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
