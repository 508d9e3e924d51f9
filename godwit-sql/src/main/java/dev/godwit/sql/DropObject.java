package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code DROP kind name, …}, but for indexes.
 *
 * @param persistence TEMPORARY where MySQL's {@code DROP TEMPORARY TABLE} is said
 * @param objects the objects
 * @param table the table of a trigger, policy or rule
 * @param rest where arguments of routines or the like are said, all of the list with the names in it
 */
public record DropObject(
        SourceSpan span,
        String kind,
        Persistence persistence,
        Guard guard,
        List<QualifiedName> objects,
        Optional<QualifiedName> table,
        Behavior behavior,
        Optional<Expression> rest)
        implements Definition {
    public DropObject {
        objects = List.copyOf(objects);
    }

    @Override
    public String verb() {
        return "DROP";
    }

    @Override
    public List<QualifiedName> names() {
        List<QualifiedName> names = new ArrayList<>(objects);
        table.ifPresent(names::add);
        return names;
    }

    @Override
    public List<String> tail() {
        List<String> tail = new ArrayList<>(2);
        if (persistence == Persistence.TEMPORARY) {
            tail.add("TEMPORARY");
        }
        if (behavior == Behavior.CASCADE) {
            tail.add("CASCADE");
        }
        return tail;
    }
}
