package dev.godwit.formats;

import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.NewNames;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.MigrationSource;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** dbmate's folders and history. */
final class DbmateFormat implements MigrationFormat {
    static final String ID = "dbmate";

    private static final List<String> SHORT_KEY = List.of("CREATE TABLE <table> (version varchar(128) primary key)");
    private static final Map<String, List<String>> DDL = Map.of(
            "postgres", List.of("CREATE TABLE <table> (version varchar primary key)"),
            "mysql", SHORT_KEY,
            "mariadb", SHORT_KEY,
            "sqlite", SHORT_KEY);

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
        return new DbmateFolder();
    }

    @Override
    public HistoryStore history(HistorySettings settings) {
        return new VersionHistory(ToolTable.of(settings, "schema_migrations", DDL), Optional.empty());
    }

    @Override
    public NewMigration create(String name, Instant now, FolderListing existing) {
        String version = NewNames.timestamp(
                now, Numbering.versions(existing, DbmateFolder.NAME).stream().map(BigInteger::new));
        return new NewMigration(
                Map.of(version + "_" + NewNames.words(name) + ".sql", "-- migrate:up\n\n\n-- migrate:down\n\n"));
    }
}
