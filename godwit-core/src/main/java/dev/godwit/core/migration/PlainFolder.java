package dev.godwit.core.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads a folder whose layout is not known, to be looked at and not to be run: every SQL file in the order of names, in which numbers count as
 * numbers. Files that say that they lead back are passed over.
 */
public final class PlainFolder {
    /** What stands for the id of a layout. */
    public static final String FORMAT = "plain";

    /** Prisma and Drizzle, whose files are run in one transaction each. */
    private static final List<String> TRANSACTIONAL = List.of("migration_lock.toml", "meta/_journal.json");

    private static final Pattern BACK =
            Pattern.compile("(?:^|.*[/._-])(?:down|undo|rollback|revert)(?:\\.sql|/.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");
    private static final Comparator<String> ORDER = PlainFolder::compare;

    private PlainFolder() {}

    /** Reads it. */
    public static MigrationFolder read(FolderListing listing) {
        List<Migration> migrations = listing.files().stream()
                .filter(MigrationCollector::isSql)
                .filter(file -> !BACK.matcher(file).matches())
                .sorted(ORDER)
                .map(file -> migration(listing, file))
                .toList();
        Problem note = new Problem(
                listing.directory().toString(),
                "its layout is not known, so its " + migrations.size()
                        + " SQL files are read in the order of their names; --format names one");
        return new MigrationFolder(FORMAT, listing.directory(), migrations, List.of(), List.of(note));
    }

    /** Tells whether whoever runs its files puts each into a transaction. */
    public static boolean isTransactional(FolderListing listing) {
        return TRANSACTIONAL.stream().anyMatch(listing.files()::contains);
    }

    private static Migration migration(FolderListing listing, String file) {
        return new Migration(
                new MigrationId(file),
                "",
                Migration.Kind.VERSIONED,
                file,
                "",
                Migration.TransactionMode.AUTOMATIC,
                () -> ScriptText.whole(listing.read(file)),
                Optional.empty());
    }

    private static int compare(String a, String b) {
        List<String> first = parts(a);
        List<String> second = parts(b);
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            int order = comparePart(first.get(i), second.get(i));
            if (order != 0) {
                return order;
            }
        }
        return first.size() == second.size() ? a.compareTo(b) : first.size() - second.size();
    }

    private static List<String> parts(String name) {
        return new ArrayList<>(
                PART.matcher(name).results().map(MatchResult::group).toList());
    }

    private static int comparePart(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        if (!numbers) {
            return a.compareTo(b);
        }
        String first = a.replaceFirst("^0+(?=\\d)", "");
        String second = b.replaceFirst("^0+(?=\\d)", "");
        return first.length() == second.length() ? first.compareTo(second) : first.length() - second.length();
    }
}
