package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
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
 * @param nulls whether NULLs are equal
 * @param options storage parameters and {@code TABLESPACE}
 */
public record Index(
        Optional<Identifier> name,
        String kind,
        Optional<Identifier> method,
        List<IndexElement> elements,
        List<Identifier> include,
        Optional<Expression> where,
        Validity validity,
        ConstraintRule.Nulls nulls,
        List<Option> options) {
    public Index {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
        options = List.copyOf(options);
    }

    /** One of which no more is said. */
    public Index(
            Optional<Identifier> name,
            String kind,
            Optional<Identifier> method,
            List<IndexElement> elements,
            List<Identifier> include,
            Optional<Expression> where,
            Validity validity) {
        this(name, kind, method, elements, include, where, validity, ConstraintRule.Nulls.UNSAID, List.of());
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
        return Tokens.contains(include, column)
                || where.filter(predicate -> Tokens.mentions(predicate, column)).isPresent()
                || elements.stream().anyMatch(element -> uses(element, column));
    }

    private static boolean uses(IndexElement element, Identifier column) {
        return element.column().filter(own -> Names.same(own, column)).isPresent()
                || element.expression()
                        .filter(expression -> Tokens.mentions(expression, column))
                        .isPresent();
    }

    Index withName(Identifier changed) {
        return with(Optional.of(changed));
    }

    Index with(Optional<Identifier> changed) {
        return new Index(changed, kind, method, elements, include, where, validity, nulls, options);
    }

    Index withKind(String changed) {
        return new Index(name, changed, method, elements, include, where, validity, nulls, options);
    }

    Index with(List<IndexElement> changed) {
        return new Index(name, kind, method, changed, include, where, validity, nulls, options);
    }

    Index with(Validity changed) {
        return new Index(name, kind, method, elements, include, where, changed, nulls, options);
    }
}
