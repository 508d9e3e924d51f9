package dev.godwit.core.catalog;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import java.util.List;
import java.util.Optional;

/**
 * An index, that of a constraint included.
 *
 * @param name empty where it cannot be known
 * @param kind INDEX, UNIQUE, PRIMARY, FULLTEXT, SPATIAL …
 * @param method BTREE, GIN …, as written
 * @param where the predicate of a partial index
 * @param validity whether queries can use it
 */
public record Index(
        Optional<Identifier> name,
        String kind,
        Optional<Identifier> method,
        List<IndexElement> elements,
        List<Identifier> include,
        Optional<Expression> where,
        Validity validity) {
    public Index {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
    }

    /** Whether it is whole. */
    public enum Validity {
        VALID,
        INVALID
    }

    /** Tells whether it refuses duplicates. */
    public boolean isUnique() {
        return kind.equals("UNIQUE") || kind.equals("PRIMARY");
    }

    /** Tells whether the column stands in it, also within an expression, the predicate or the carried columns. */
    public boolean uses(Identifier column) {
        return include.contains(column)
                || where.filter(predicate -> predicate.mentions(column)).isPresent()
                || elements.stream().anyMatch(element -> uses(element, column));
    }

    private static boolean uses(IndexElement element, Identifier column) {
        return element.column().filter(column::equals).isPresent()
                || element.expression()
                        .filter(expression -> expression.mentions(column))
                        .isPresent();
    }
}
