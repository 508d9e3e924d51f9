package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TYPE} but for {@code ADD VALUE}, owner, schema and name. */
public record AlterType(SourceSpan span, QualifiedName name, List<Action> actions) implements Definition {
    public AlterType {
        actions = List.copyOf(actions);
    }

    /** What it does. */
    public sealed interface Action {
        /** {@code RENAME VALUE}. */
        record RenameValue(String from, String to) implements Action {}

        /** {@code ADD ATTRIBUTE}. */
        record AddAttribute(ColumnDefinition attribute, Behavior behavior) implements Action {}

        /** {@code DROP ATTRIBUTE}. */
        record DropAttribute(Identifier attribute, Guard guard, Behavior behavior) implements Action {}

        /** {@code ALTER ATTRIBUTE … TYPE}. */
        record ChangeAttribute(
                Identifier attribute, TypeName type, Optional<QualifiedName> collation, Behavior behavior)
                implements Action {}

        /** {@code RENAME ATTRIBUTE}. */
        record RenameAttribute(Identifier from, Identifier to, Behavior behavior) implements Action {}

        /** {@code SET (…)}. */
        record SetProperties(List<Option> options) implements Action {
            public SetProperties {
                options = List.copyOf(options);
            }
        }
    }

    @Override
    public String verb() {
        return "ALTER";
    }

    @Override
    public String kind() {
        return "TYPE";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }
}
