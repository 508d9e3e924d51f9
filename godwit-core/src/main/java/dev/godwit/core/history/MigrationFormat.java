package dev.godwit.core.history;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.MigrationSource;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /**
     * Returns the placeholders to which the tool itself gives values; what the user gives wins over them.
     *
     * @param database the name of the database, or the path of its file
     */
    default Map<String, String> builtInPlaceholders(HistorySettings settings, String database) {
        return Map.of();
    }

    /** Returns the names of the files of a new migration and their first content, for {@code godwit new}. */
    NewMigration create(String name, Instant now, FolderListing existing);

    /** Files to be made, relative to the folder. */
    record NewMigration(Map<String, String> files) {
        public NewMigration {
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        }
    }
}
