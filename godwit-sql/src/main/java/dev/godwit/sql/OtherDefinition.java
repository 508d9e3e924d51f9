package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.List;

/** A definition of an object that has no node of its own, by its outline: extensions, roles, servers, operators, databases …. */
public record OtherDefinition(
        SourceSpan span, String verb, String kind, Guard guard, List<QualifiedName> names, List<String> tail)
        implements Definition {
    public OtherDefinition {
        names = List.copyOf(names);
        tail = List.copyOf(tail);
    }
}
