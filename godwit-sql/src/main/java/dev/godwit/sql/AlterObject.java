package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER kind name} where only its name, schema or owner changes, and the object is no table or the like.
 *
 * @param table the table of a trigger, policy or rule
 * @param rest what stands between the names and the change, as the arguments of a routine; where {@code change} is OTHER all that follows the
 *     names
 */
public record AlterObject(
        SourceSpan span,
        String kind,
        QualifiedName name,
        Optional<QualifiedName> table,
        Change change,
        Optional<Identifier> value,
        Optional<Expression> rest)
        implements Definition {
    /** What changes. */
    public enum Change {
        RENAME_TO,
        SET_SCHEMA,
        OWNER_TO,
        OTHER
    }

    @Override
    public String verb() {
        return "ALTER";
    }

    @Override
    public List<QualifiedName> names() {
        return table.isPresent() ? List.of(name, table.get()) : List.of(name);
    }
}
