package dev.godwit.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column as {@code CREATE TABLE}, {@code ADD COLUMN}, {@code MODIFY} and {@code CHANGE} define it.
 *
 * @param type empty where the product takes a column without one (SQLite, typed tables, partitions)
 * @param attributes all that follows the type, in the order written
 */
public record ColumnDefinition(
        SourceSpan span, Identifier name, Optional<TypeName> type, List<ColumnAttribute> attributes) {
    public ColumnDefinition {
        attributes = List.copyOf(attributes);
    }

    /** Returns the attributes of one kind. */
    public <T extends ColumnAttribute> Stream<T> attributes(Class<T> kind) {
        return attributes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Returns the first attribute of one kind. */
    public <T extends ColumnAttribute> Optional<T> attribute(Class<T> kind) {
        return attributes(kind).findFirst();
    }

    /** Returns the rules of one kind that are written at the column. */
    public <T extends ConstraintRule> Stream<T> rules(Class<T> kind) {
        return attributes(ColumnAttribute.Constrained.class)
                .map(constrained -> constrained.constraint().rule())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Tells whether a rule of that kind is written at the column. */
    public boolean has(Class<? extends ConstraintRule> kind) {
        return rules(kind).findAny().isPresent();
    }
}
