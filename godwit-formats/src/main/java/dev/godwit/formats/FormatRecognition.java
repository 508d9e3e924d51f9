package dev.godwit.formats;

import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.NativeFormat;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.MigrationCollector;
import dev.godwit.core.migration.MigrationSource.Recognition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out by which layout a folder was written. */
public final class FormatRecognition {
    private static final int SHOWN = 3;
    private static final Map<String, String> NOT_YET =
            Map.of("meta/_journal.json", "Drizzle", "migration_lock.toml", "Prisma");

    private FormatRecognition() {}

    /**
     * Returns the one layout that most SQL files of the folder fit; Godwit's own for a folder without any.
     *
     * @throws InvalidMigrationException if none or several fit; the message says what was seen
     */
    public static MigrationFormat recognise(FolderListing listing) {
        List<String> sql =
                listing.files().stream().filter(MigrationCollector::isSql).toList();
        if (sql.isEmpty()) {
            return new NativeFormat();
        }
        NOT_YET.forEach((file, tool) -> {
            if (listing.files().contains(file)) {
                throw new InvalidMigrationException("cannot recognise folder \"" + listing.directory() + "\": \"" + file
                        + "\" says that it is one of " + tool
                        + ", whose history Godwit does not keep. Name a layout with --format, one of "
                        + ids(Formats.all()));
            }
        });
        Map<Recognition, List<MigrationFormat>> judged = Formats.all().stream()
                .collect(Collectors.groupingBy(format -> format.source().recognise(listing)));
        List<MigrationFormat> certain = judged.getOrDefault(Recognition.CERTAIN, List.of());
        List<MigrationFormat> candidates =
                certain.isEmpty() ? judged.getOrDefault(Recognition.POSSIBLE, List.of()) : certain;
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        throw unclear(listing, sql, candidates);
    }

    private static InvalidMigrationException unclear(
            FolderListing listing, List<String> sql, List<MigrationFormat> candidates) {
        String names = sql.stream().limit(SHOWN).map(file -> "\"" + file + "\"").collect(Collectors.joining(", "));
        String seen = sql.size() > SHOWN ? names + " and " + (sql.size() - SHOWN) + " more" : names;
        String fit = candidates.isEmpty() ? "no known layout" : "more than one layout (" + ids(candidates) + ")";
        return new InvalidMigrationException("cannot recognise folder \"" + listing.directory() + "\": its SQL files ("
                + seen + ") fit " + fit + ". Name the layout with --format, one of " + ids(Formats.all()));
    }

    private static String ids(List<MigrationFormat> formats) {
        return formats.stream().map(MigrationFormat::id).collect(Collectors.joining(", "));
    }
}
