package dev.godwit.core.history;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.MigrationSource;
import dev.godwit.core.migration.NativeFolder;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Godwit's own layout and history. */
public final class NativeFormat implements MigrationFormat {
    private static final Pattern VERSION = Pattern.compile("(\\d+)_.*");

    @Override
    public String id() {
        return NativeFolder.FORMAT;
    }

    @Override
    public String displayName() {
        return "Godwit";
    }

    @Override
    public MigrationSource source() {
        return new NativeFolder();
    }

    @Override
    public HistoryStore history(HistorySettings settings) {
        return new GodwitHistory(settings, id());
    }

    @Override
    public NewMigration create(String name, Instant now, FolderListing existing) {
        Stream<BigInteger> versions = existing.files().stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(version -> new BigInteger(version.group(1)));
        String file = NewNames.timestamp(now, versions) + "_" + NewNames.words(name) + ".sql";
        return new NewMigration(Map.of(file, """
                -- Write the change here.

                -- godwit:down
                -- Write the way back here, or remove this part.
                """));
    }
}
