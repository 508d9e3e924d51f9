package dev.godwit.core.migration;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a folder holds, in the order in which it is run: baseline and versioned migrations by version, then repeatable ones.
 * Problems are gathered, so that a user sees all of them at once.
 */
public record MigrationFolder(String format, Path directory, List<Migration> migrations, List<Problem> problems) {
    public MigrationFolder {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
    }

    /** Returns the migration of that id. */
    public Optional<Migration> find(MigrationId id) {
        return migrations.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** Returns the ids of all migrations up to and including {@code last}, in the order of the folder. */
    public Set<MigrationId> upTo(Migration last) {
        Set<MigrationId> ids = new LinkedHashSet<>();
        for (Migration migration : migrations) {
            ids.add(migration.id());
            if (migration.id().equals(last.id())) {
                break;
            }
        }
        return ids;
    }
}
