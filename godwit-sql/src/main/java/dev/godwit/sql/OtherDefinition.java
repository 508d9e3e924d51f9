package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/**
 * A definition of an object that has no node of its own, by its outline: extensions, roles, servers, operators, databases ….
 *
 * @param table the table of extended statistics, which need no name of their own
 * @param elements the statements that stand in a CREATE SCHEMA
 */
public record OtherDefinition(
        SourceSpan span,
        String verb,
        String kind,
        Guard guard,
        List<QualifiedName> names,
        List<String> tail,
        Optional<QualifiedName> table,
        List<Statement> elements)
        implements Definition {
    public OtherDefinition {
        names = List.copyOf(names);
        tail = List.copyOf(tail);
        elements = List.copyOf(elements);
    }

    /** Makes one that has neither table nor elements. */
    public OtherDefinition(
            SourceSpan span, String verb, String kind, Guard guard, List<QualifiedName> names, List<String> tail) {
        this(span, verb, kind, guard, names, tail, Optional.empty(), List.of());
    }
}
