package dev.godwit.formats;

import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.NewNames;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.MigrationSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** golang-migrate's folders and history. */
final class GolangMigrateFormat implements MigrationFormat {
    static final String ID = "golang-migrate";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return ID;
    }

    @Override
    public MigrationSource source() {
        return new GolangMigrateFolder();
    }

    @Override
    public HistoryStore history(HistorySettings settings) {
        return new GolangMigrateHistory(settings);
    }

    @Override
    public NewMigration create(String name, Instant now, FolderListing existing) {
        String start = Numbering.next(now, Numbering.versions(existing, GolangMigrateFolder.NAME)) + "_"
                + NewNames.words(name);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(start + ".up.sql", "-- Write the change here.\n");
        files.put(start + ".down.sql", "-- Write the way back here, or remove this file.\n");
        return new NewMigration(files);
    }
}
