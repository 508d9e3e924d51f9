package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/**
 * One element of an index or key.
 *
 * @param column its column; empty where it is an expression
 * @param expression its expression without the outer parentheses; empty where it is a column
 * @param length MySQL's prefix length
 * @param collation the collation of the element
 * @param operatorClass PostgreSQL's operator class with its options, in the order written
 * @param order {@code ASC} or {@code DESC} and {@code NULLS FIRST} or {@code NULLS LAST}, as far as said, in upper case; in a key of
 *     PostgreSQL 18 or newer {@code WITHOUT OVERLAPS}
 */
public record IndexElement(
        Optional<Identifier> column,
        Optional<Expression> expression,
        Optional<String> length,
        Optional<QualifiedName> collation,
        Optional<Expression> operatorClass,
        List<String> order) {
    public IndexElement {
        order = List.copyOf(order);
    }

    /** A plain column. */
    public static IndexElement of(Identifier column) {
        return new IndexElement(
                Optional.of(column), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}
