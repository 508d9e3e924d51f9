package dev.godwit.core.catalog;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column.
 *
 * @param type empty where it is not known, or SQLite's column has none
 * @param attributes what its definition says besides its constraints and its default: collation, comment, storage …; its CHECK and REFERENCES
 *     too where {@link Conventions.Trait#CONSTRAINTS_GO_ALONG}
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

    /** A column of which only the name is known. */
    static Column unknown(Identifier name) {
        return new Column(
                name,
                Optional.empty(),
                Nullability.NULLABLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    Column with(Nullability changed) {
        return new Column(name, type, changed, defaultValue, generated, identity, attributes);
    }

    Column withName(Identifier changed) {
        return new Column(changed, type, nullability, defaultValue, generated, identity, attributes);
    }

    Column withType(Optional<TypeName> changed) {
        return new Column(name, changed, nullability, defaultValue, generated, identity, attributes);
    }

    Column withDefault(Optional<Expression> changed) {
        return new Column(name, type, nullability, changed, generated, identity, attributes);
    }

    Column with(Optional<ColumnAttribute.Generated> changed) {
        return new Column(name, type, nullability, defaultValue, changed, identity, attributes);
    }

    Column withIdentity(Optional<ColumnAttribute.Identity> changed) {
        return new Column(name, type, nullability, defaultValue, generated, changed, attributes);
    }

    Column with(List<ColumnAttribute> changed) {
        return new Column(name, type, nullability, defaultValue, generated, identity, changed);
    }

    Column withComment(Optional<String> changed) {
        Stream<ColumnAttribute> others = attributes.stream().filter(one -> !(one instanceof ColumnAttribute.Commented));
        return with(Stream.concat(others, changed.map(ColumnAttribute.Commented::new).stream())
                .toList());
    }

    /** Returns the same with those attributes. */
    public Column withAttributes(List<ColumnAttribute> changed) {
        return with(changed);
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
