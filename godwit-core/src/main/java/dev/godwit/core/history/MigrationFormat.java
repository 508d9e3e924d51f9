package dev.godwit.core.history;

import dev.godwit.core.migration.MigrationSource;

/** One layout of folders together with the history table of its tool. */
public interface MigrationFormat {
    /** Returns the name for {@code --format}, for example {@code golang-migrate}. */
    String id();

    /** Returns the name of the tool for people. */
    String displayName();

    /** Returns the reader of its folders. */
    MigrationSource source();

    /** Makes the store of its history. */
    HistoryStore history(HistorySettings settings);

    /** Returns the names of the files of a new migration and their first content, for {@code godwit new}. */
    NewMigration create(String name, java.time.Instant now, dev.godwit.core.migration.FolderListing existing);

    /** Files to be made, relative to the folder. */
    record NewMigration(java.util.Map<String, String> files) {
        public NewMigration {
            files = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(files));
        }
    }
}
