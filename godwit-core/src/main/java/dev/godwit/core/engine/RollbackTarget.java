package dev.godwit.core.engine;

import dev.godwit.core.migration.MigrationId;

/** How far to go back. */
public sealed interface RollbackTarget {
    /** Take back the last {@code count} migrations. */
    record Steps(int count) implements RollbackTarget {}

    /** Take back everything after that migration, which stays; {@code 0} takes back all. */
    record To(MigrationId id) implements RollbackTarget {}
}
