package dev.godwit.formats;

import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.NewNames;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.MigrationSource;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Flyway's folders and history. */
final class FlywayFormat implements MigrationFormat {
    static final String ID = "flyway";
    private static final int TIMESTAMP_DIGITS = 12;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Flyway";
    }

    @Override
    public MigrationSource source() {
        return new FlywayFolder(Clock.system(ZoneId.systemDefault()));
    }

    @Override
    public HistoryStore history(HistorySettings settings) {
        return new FlywayHistory(settings);
    }

    @Override
    public Map<String, String> builtInPlaceholders(HistorySettings settings, String database) {
        return Map.of(
                "flyway:user",
                FlywayHistory.user(settings),
                "flyway:database",
                database,
                "flyway:defaultSchema",
                settings.schema().orElse("main"),
                "flyway:table",
                settings.table().orElse(FlywayHistory.TABLE));
    }

    // A folder that counts is counted on; a timestamp would put every later short number out of order.
    @Override
    public NewMigration create(String name, Instant now, FolderListing existing) {
        Optional<FlywayVersion> last = existing.files().stream()
                .flatMap(file -> FlywayName.of(file).stream())
                .filter(found -> found.type() == FlywayName.Type.VERSIONED)
                .map(found -> FlywayVersion.of(found.version()))
                .max(Comparator.naturalOrder());
        BigInteger top = last.filter(version -> !version.parts().isEmpty())
                .map(version -> version.parts().getFirst())
                .orElse(BigInteger.ZERO);
        boolean counts = last.isPresent() && top.toString().length() < TIMESTAMP_DIGITS;
        String version = counts
                ? top.add(BigInteger.ONE).toString()
                : NewNames.timestamp(now, last.map(ignored -> top).stream());
        return new NewMigration(
                Map.of("V" + version + "__" + NewNames.words(name) + ".sql", "-- Write the change here.\n"));
    }
}
