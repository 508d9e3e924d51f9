package dev.godwit.core.catalog;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A column.
 *
 * @param type empty where it is not known, or SQLite's column has none
 * @param attributes what its definition says besides its constraints and its default: collation, comment, storage …
 */
public record Column(
        Identifier name,
        Optional<TypeName> type,
        Nullability nullability,
        Optional<Expression> defaultValue,
        Optional<ColumnAttribute.Generated> generated,
        Optional<ColumnAttribute.Identity> identity,
        List<ColumnAttribute> attributes) {
    public Column {
        attributes = List.copyOf(attributes);
    }

    /** Whether NULL may stand in it. */
    public enum Nullability {
        NULLABLE,
        /** NULL is refused, but rows that are there were not looked at. */
        NOT_NULL_UNVALIDATED,
        NOT_NULL
    }

    /** Returns the first attribute of one kind. */
    public <T extends ColumnAttribute> Optional<T> attribute(Class<T> kind) {
        return attributes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Tells whether a new row that does not mention it gets a value all the same. */
    public boolean fillsItself() {
        return defaultValue.isPresent()
                || generated.isPresent()
                || identity.isPresent()
                || attribute(ColumnAttribute.AutoIncrement.class).isPresent();
    }
}
