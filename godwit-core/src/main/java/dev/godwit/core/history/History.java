package dev.godwit.core.history;

import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;

/**
 * What the history table of a database says.
 *
 * @param exists whether there is such a table
 * @param entries in the order in which they were applied; a repeatable migration once, with its latest run
 */
public record History(boolean exists, List<AppliedMigration> entries) {
    public History {
        entries = List.copyOf(entries);
    }

    /** Returns a history of a database that has none. */
    public static History none() {
        return new History(false, List.of());
    }

    /** Returns the entry of that id. */
    public Optional<AppliedMigration> find(MigrationId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
