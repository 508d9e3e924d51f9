package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A trigger of a table.
 *
 * @param timing BEFORE, AFTER, {@code INSTEAD OF}
 * @param events in upper case
 * @param columns those of {@code UPDATE OF}
 * @param routine the function that it runs, where it has no body of its own
 */
public record Trigger(
        Identifier name,
        String timing,
        List<String> events,
        List<Identifier> columns,
        Optional<QualifiedName> routine) {
    public Trigger {
        events = List.copyOf(events);
        columns = List.copyOf(columns);
    }
}
