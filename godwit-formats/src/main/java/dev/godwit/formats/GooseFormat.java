package dev.godwit.formats;

import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.NewNames;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.MigrationSource;
import java.time.Instant;
import java.util.Map;

/** goose's folders and history. */
final class GooseFormat implements MigrationFormat {
    static final String ID = "goose";

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
        return new GooseFolder();
    }

    @Override
    public HistoryStore history(HistorySettings settings) {
        return new GooseHistory(settings);
    }

    @Override
    public NewMigration create(String name, Instant now, FolderListing existing) {
        String version = Numbering.next(now, Numbering.versions(existing, GooseFolder.NAME));
        return new NewMigration(
                Map.of(version + "_" + NewNames.words(name) + ".sql", "-- +goose Up\n\n\n-- +goose Down\n\n"));
    }
}
