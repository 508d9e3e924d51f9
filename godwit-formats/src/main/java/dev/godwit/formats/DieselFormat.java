package dev.godwit.formats;

import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.NewNames;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.MigrationSource;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** diesel's folders and history. */
final class DieselFormat implements MigrationFormat {
    static final String ID = "diesel";

    private static final List<String> TABLE = List.of("CREATE TABLE <table> (version VARCHAR(50) PRIMARY KEY NOT NULL,"
            + " run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)");
    private static final Map<String, List<String>> DDL =
            Map.of("postgres", TABLE, "mysql", TABLE, "mariadb", TABLE, "sqlite", TABLE);

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
        return new DieselFolder();
    }

    @Override
    public HistoryStore history(HistorySettings settings) {
        return new VersionHistory(ToolTable.of(settings, "__diesel_schema_migrations", DDL), Optional.of("run_on"));
    }

    @Override
    public NewMigration create(String name, Instant now, FolderListing existing) {
        Stream<BigInteger> versions = Numbering.versions(existing, DieselFolder.NAME).stream()
                .map(version -> version.replace("-", ""))
                .filter(version -> version.length() <= 14 && version.chars().allMatch(Character::isDigit))
                .map(BigInteger::new);
        String version = NewNames.timestamp(now, versions);
        String folder = version.substring(0, 4) + "-" + version.substring(4, 6) + "-" + version.substring(6, 8) + "-"
                + version.substring(8) + "_" + NewNames.words(name);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(folder + "/up.sql", "-- Write the change here.\n");
        files.put(folder + "/down.sql", "-- Write the way back here.\n");
        return new NewMigration(files);
    }
}
