package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Table;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bound of a partition, as far as it can be compared as text: the ends of a range or the values of a list.
 *
 * @param lower tokens of the lower end of each key column; empty but for a range
 * @param upper the same of the upper end
 * @param values of a list
 */
record PartitionBound(List<String> lower, List<String> upper, List<String> values) {
    /** Reads {@code FOR VALUES FROM (…) TO (…)} or {@code FOR VALUES IN (…)}. */
    static Optional<PartitionBound> of(List<Lexeme> tokens) {
        int from = find(tokens, "FROM");
        int to = find(tokens, "TO");
        int in = find(tokens, "IN");
        if (from >= 0 && to > from) {
            return Optional.of(new PartitionBound(
                    list(tokens.subList(from + 1, to)), list(tokens.subList(to + 1, tokens.size())), List.of()));
        }
        return in >= 0
                ? Optional.of(new PartitionBound(List.of(), List.of(), list(tokens.subList(in + 1, tokens.size()))))
                : Optional.empty();
    }

    private static int find(List<Lexeme> tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    // The outer parentheses are left out, and commas within others do not part.
    private static List<String> list(List<Lexeme> tokens) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int depth = 0;
        for (Lexeme token : tokens) {
            depth += token.isSymbol(")") ? -1 : 0;
            if (depth == 1 && token.isSymbol(",")) {
                items.add(item.toString());
                item.setLength(0);
            } else if (depth > 0) {
                item.append(item.isEmpty() ? "" : " ").append(token.text());
            }
            depth += token.isSymbol("(") ? 1 : 0;
        }
        items.add(item.toString());
        return List.copyOf(items);
    }

    boolean isRange() {
        return !lower.isEmpty();
    }

    /** Tells whether a partition that is there covers some of the bound for certain. */
    static boolean overlaps(Schema schema, QualifiedName parent, Expression bound) {
        Optional<PartitionBound> wanted = of(bound.tokens());
        return schema.catalog()
                .partitions(parent)
                .flatMap(partition -> partition.partitionOf().stream())
                .map(Table.PartitionLink::bound)
                .anyMatch(there -> Schema.isDefault(there)
                        ? Schema.isDefault(bound.text())
                        : wanted.isPresent() && overlap(wanted.get(), there));
    }

    private static boolean overlap(PartitionBound wanted, String there) {
        Optional<PartitionBound> other =
                of(new PostgresDialect().expression(there).tokens());
        if (other.isEmpty()) {
            return false;
        }
        PartitionBound known = other.get();
        if (!wanted.isRange() || !known.isRange()) {
            return wanted.values.stream().anyMatch(known.values::contains);
        }
        return Literals.isLess(wanted.lower.getFirst(), known.upper.getFirst())
                && Literals.isLess(known.lower.getFirst(), wanted.upper.getFirst());
    }
}
