package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import java.util.List;

/**
 * A trigger of a table.
 *
 * @param timing BEFORE, AFTER, {@code INSTEAD OF}
 * @param events in upper case
 * @param columns those of {@code UPDATE OF}
 */
public record Trigger(Identifier name, String timing, List<String> events, List<Identifier> columns) {
    public Trigger {
        events = List.copyOf(events);
        columns = List.copyOf(columns);
    }
}
