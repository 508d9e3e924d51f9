package dev.godwit.core.engine;

import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses what a baseline covers. */
final class Baselines {
    private Baselines() {}

    static List<Migration> covered(MigrationFolder folder, Optional<Migration> last) {
        List<Migration> versioned = folder.migrations().stream()
                .filter(migration -> migration.kind() == Migration.Kind.VERSIONED)
                .toList();
        if (last.isEmpty()) {
            return versioned;
        }
        Set<MigrationId> wanted = folder.upTo(last.get());
        return versioned.stream()
                .filter(migration -> wanted.contains(migration.id()))
                .toList();
    }

    static void refuseIfApplied(Project project, List<Migration> covered) {
        List<String> applied = project.reconcile().statuses().stream()
                .filter(status -> status.entry().isPresent())
                .map(MigrationStatus::id)
                .map(Object::toString)
                .toList();
        if (!applied.isEmpty()) {
            throw new InvalidMigrationException(
                    "cannot set a baseline: the history already has " + applied.size()
                            + (applied.size() == 1 ? " migration" : " migrations") + ", the newest of them "
                            + applied.getLast()
                            + ". A baseline is for a database without a history; record single migrations with: godwit resolve --applied");
        }
        if (covered.isEmpty()) {
            throw new InvalidMigrationException("cannot set a baseline: the folder \""
                    + project.folder().directory() + "\" has no versioned migration to cover");
        }
    }
}
