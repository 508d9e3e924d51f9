package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.List;

/** {@code ALTER DOMAIN} but for owner, schema and name. */
public record AlterDomain(SourceSpan span, QualifiedName name, Action action) implements Definition {
    /** What it does. */
    public sealed interface Action {
        /** {@code SET DEFAULT}. */
        record SetDefault(Expression value) implements Action {}

        /** {@code DROP DEFAULT}. */
        record DropDefault() implements Action {}

        /** {@code SET NOT NULL}. */
        record SetNotNull() implements Action {}

        /** {@code DROP NOT NULL}. */
        record DropNotNull() implements Action {}

        /** {@code ADD constraint}. */
        record AddConstraint(Constraint constraint) implements Action {}

        /** {@code DROP CONSTRAINT}. */
        record DropConstraint(Identifier constraint, Guard guard, Behavior behavior) implements Action {}

        /** {@code VALIDATE CONSTRAINT}. */
        record ValidateConstraint(Identifier constraint) implements Action {}

        /** {@code RENAME CONSTRAINT}. */
        record RenameConstraint(Identifier from, Identifier to) implements Action {}
    }

    @Override
    public String verb() {
        return "ALTER";
    }

    @Override
    public String kind() {
        return "DOMAIN";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }
}
