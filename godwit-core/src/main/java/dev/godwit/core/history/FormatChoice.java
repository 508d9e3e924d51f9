package dev.godwit.core.history;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.MigrationCollector;
import dev.godwit.core.migration.MigrationSource.Recognition;
import dev.godwit.core.migration.NativeFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the layout of a folder. */
public final class FormatChoice {
    private static final int SHOWN = 3;

    private final List<MigrationFormat> formats;

    /**
     * Makes one.
     *
     * @param formats all that are known; of several that a folder may be, the first one is taken only if it is the only one
     */
    public FormatChoice(List<MigrationFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * Returns the layout that the user named.
     *
     * @throws InvalidMigrationException if there is none of that name
     */
    public MigrationFormat named(String id) {
        return formats.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidMigrationException(
                        "cannot use format \"" + id + "\": there is no such format. Known are " + ids(formats)));
    }

    /**
     * Recognises the layout of a folder; an empty one is Godwit's own.
     *
     * @throws InvalidMigrationException if no layout fits, or several fit alike
     */
    public MigrationFormat of(FolderListing listing, Optional<String> named) {
        if (named.isPresent()) {
            return named(named.get());
        }
        List<String> sql =
                listing.files().stream().filter(MigrationCollector::isSql).toList();
        if (sql.isEmpty()) {
            return named(NativeFolder.FORMAT);
        }
        List<MigrationFormat> candidates = candidates(listing);
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        throw unclear(listing, sql, candidates);
    }

    /** Recognises the layout of a folder; empty where no layout fits, or several fit alike. */
    public Optional<MigrationFormat> recognise(FolderListing listing) {
        List<MigrationFormat> candidates = candidates(listing);
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private List<MigrationFormat> candidates(FolderListing listing) {
        Map<Recognition, List<MigrationFormat>> judged = formats.stream()
                .collect(Collectors.groupingBy(format -> format.source().recognise(listing)));
        List<MigrationFormat> certain = judged.getOrDefault(Recognition.CERTAIN, List.of());
        return certain.isEmpty() ? judged.getOrDefault(Recognition.POSSIBLE, List.of()) : certain;
    }

    private InvalidMigrationException unclear(
            FolderListing listing, List<String> sql, List<MigrationFormat> candidates) {
        String names = sql.stream().limit(SHOWN).map(file -> "\"" + file + "\"").collect(Collectors.joining(", "));
        String seen = sql.size() > SHOWN ? names + " and " + (sql.size() - SHOWN) + " more" : names;
        String fit = candidates.isEmpty() ? "no known layout" : "more than one layout (" + ids(candidates) + ")";
        return new InvalidMigrationException("cannot recognise folder \"" + listing.directory() + "\": its SQL files ("
                + seen + ") fit " + fit + ". Name the layout with --format, one of " + ids(formats));
    }

    private static String ids(List<MigrationFormat> some) {
        return some.stream().map(MigrationFormat::id).collect(Collectors.joining(", "));
    }
}
