package dev.godwit.core.history;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.MigrationSource.Recognition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the layout of a folder. */
public final class FormatChoice {
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
        List<MigrationFormat> certain = that(listing, Recognition.CERTAIN);
        List<MigrationFormat> candidates = certain.isEmpty() ? that(listing, Recognition.POSSIBLE) : certain;
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (candidates.isEmpty()) {
            return nothingFits(listing);
        }
        throw new InvalidMigrationException("cannot tell the format of folder \"" + listing.directory()
                + "\": it looks like " + ids(candidates) + ". Say which with --format");
    }

    private MigrationFormat nothingFits(FolderListing listing) {
        List<String> sql = listing.files().stream()
                .filter(file -> file.toLowerCase(java.util.Locale.ROOT).endsWith(".sql"))
                .toList();
        if (sql.isEmpty()) {
            return named("native");
        }
        throw new InvalidMigrationException("cannot tell the format of folder \"" + listing.directory()
                + "\": no format explains \""
                + sql.getFirst() + "\"" + (sql.size() == 1 ? "" : " and " + (sql.size() - 1) + " more")
                + ". Name the files as your tool does, or say which it is with --format (" + ids(formats) + ")");
    }

    private List<MigrationFormat> that(FolderListing listing, Recognition sureness) {
        return formats.stream()
                .filter(format -> format.source().recognise(listing) == sureness)
                .toList();
    }

    private static String ids(List<MigrationFormat> some) {
        return some.stream().map(MigrationFormat::id).collect(Collectors.joining(", "));
    }
}
