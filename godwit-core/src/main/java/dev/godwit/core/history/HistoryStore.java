package dev.godwit.core.history;

import dev.godwit.core.db.Session;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The history table that a layout's own tool reads and writes. All but {@link #create} run within the transaction that the caller has
 * begun, so that a row comes and goes with its migration. Tables are named with their schema, since a migration may change
 * the search path.
 */
public interface HistoryStore {
    /** Reads the table; {@link History#none} where there is none. Never writes. */
    History read(Session session, MigrationFolder folder);

    /** Makes the table as its tool makes it; does nothing where it exists. Called in autocommit. */
    void create(Session session);

    /**
     * Called in autocommit before a migration that is not one transaction, for tools that mark such a one as unfinished ("dirty").
     * A second call for the same migration, after a crash, changes nothing.
     */
    default void started(Session session, Migration migration) {}

    /** Called in autocommit when such a migration has failed for good and was left half done, after {@link #started}. */
    default void failed(Session session, Migration migration, Duration took) {}

    /** Records that the migration was applied; replaces whatever {@link #started} or {@link #failed} left. */
    void applied(Session session, Migration migration, Duration took);

    /**
     * Records that the migration was taken back.
     *
     * @param previous the migration that is the newest applied one afterwards, for tables that hold just the current version
     */
    void reverted(Session session, Migration migration, Optional<Migration> previous);

    /**
     * Records that the database already has every migration up to {@code last}, as the tool's own baseline command does, where it has one.
     *
     * @param covered all migrations of the folder up to and including {@code last}, in order
     */
    void baseline(Session session, List<Migration> covered, Migration last);

    /**
     * Makes the record of an applied migration equal to the file again ("repair"): checksum and description. Does nothing where
     * the table records neither.
     */
    default void repair(Session session, Migration migration) {}

    /** Removes the record of a migration whose file is gone, as the user has decided. */
    void forget(Session session, MigrationId id, MigrationFolder folder);
}
