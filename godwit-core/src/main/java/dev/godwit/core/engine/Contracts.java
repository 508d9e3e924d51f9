package dev.godwit.core.engine;

import dev.godwit.core.history.Reconciliation;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;

/** Chooses whose CONTRACT is run. */
final class Contracts {
    private Contracts() {}

    static List<Migration> choose(Optional<MigrationId> only, Project project, Reconciliation reconciliation) {
        List<Migration> open = Plans.open(reconciliation);
        if (only.isEmpty()) {
            return open;
        }
        List<Migration> chosen = open.stream()
                .filter(migration -> migration.id().equals(only.get()))
                .toList();
        if (chosen.isEmpty()) {
            throw new InvalidMigrationException("cannot contract migration \"" + only.get()
                    + "\": it does not wait for that. See which do with: godwit status");
        }
        return chosen;
    }
}
