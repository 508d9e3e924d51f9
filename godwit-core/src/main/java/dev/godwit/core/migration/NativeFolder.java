package dev.godwit.core.migration;

import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.SourceLines.CommentLine;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Godwit's own layout: one file per change, {@code 20260115093000_add_phone.sql}, its way back after a line
 * {@code -- godwit:down}.
 */
public final class NativeFolder implements MigrationSource {
    /** The id of this layout. */
    public static final String FORMAT = "native";

    private static final Pattern NAME = Pattern.compile("(\\d+)_(.+)\\.sql", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_LAYOUT = Pattern.compile(".*\\.(up|down)\\.sql", Pattern.CASE_INSENSITIVE);
    private static final String MARK = "godwit:";
    /** Drizzle and Prisma: to run their files under another history would run them twice. */
    private static final Set<String> OTHER_TOOLS = Set.of("meta/_journal.json", "migration_lock.toml");

    private static final Pattern VALUE_ON_THE_WAY_BACK = Pattern.compile("down\\s+\\S+\\s*=.*", Pattern.DOTALL);
    private static final Set<String> KEPT_FOR_OTHERS = Set.of("allow", "allow-file", "backfill");

    @Override
    public Recognition recognise(FolderListing listing) {
        List<String> sql =
                listing.files().stream().filter(MigrationCollector::isSql).toList();
        List<String> named = sql.stream()
                .filter(file -> NAME.matcher(file).matches()
                        && !OTHER_LAYOUT.matcher(file).matches()
                        && file.indexOf('/') < 0)
                .toList();
        if (named.isEmpty() || OTHER_TOOLS.stream().anyMatch(listing.files()::contains)) {
            return Recognition.NO;
        }
        boolean marked = FolderListing.sample(named).stream()
                .anyMatch(
                        file -> !SourceLines.comments(listing.head(file), MARK).isEmpty());
        if (marked && named.size() * 2 > sql.size()) {
            return Recognition.CERTAIN;
        }
        return Recognition.POSSIBLE;
    }

    @Override
    public MigrationFolder read(FolderListing listing, FolderSettings settings) {
        MigrationCollector<BigInteger> found = new MigrationCollector<>(listing);
        List<String> unexplained = new ArrayList<>();
        for (String file : listing.files()) {
            Matcher name = NAME.matcher(file);
            if (name.matches() && file.indexOf('/') < 0) {
                found.reading(
                        file, () -> found.add(new BigInteger(name.group(1)), migration(listing, file, name, found)));
            } else {
                unexplained.add(file);
            }
        }
        found.unexplained(unexplained, "whose files lie side by side and are named like 20260115093000_add_phone.sql");
        return found.folder(FORMAT);
    }

    private static Migration migration(
            FolderListing listing, String file, Matcher name, MigrationCollector<BigInteger> found) {
        SqlSource source = listing.read(file);
        Directives directives = directives(source, file, found);
        String checksum = ContentChecksum.of(source);
        SourceSpan up = new SourceSpan(0, directives.upEnd());
        Optional<MigrationScript> down = directives
                .downStart()
                .map(start -> new FileScript(
                        listing, file, checksum, read -> ScriptText.part(read, new SourceSpan(start, read.length()))));
        return new Migration(
                new MigrationId(name.group(1)),
                name.group(2).replace('_', ' '),
                Migration.Kind.VERSIONED,
                file,
                checksum,
                directives.mode(),
                new FileScript(listing, file, checksum, read -> ScriptText.part(read, up)),
                down);
    }

    private record Directives(TransactionMode mode, int upEnd, Optional<Integer> downStart) {}

    private static Directives directives(SqlSource source, String file, MigrationCollector<BigInteger> found) {
        TransactionMode mode = TransactionMode.AUTOMATIC;
        int upEnd = source.length();
        Optional<Integer> down = Optional.empty();
        for (CommentLine line : SourceLines.comments(source, MARK)) {
            String directive = line.text().substring(MARK.length());
            String key = directive.split("\\s", 2)[0];
            if (directive.equals("down") && down.isEmpty()) {
                upEnd = line.start();
                down = Optional.of(line.next());
            } else if (directive.matches("transaction\\s+none")) {
                mode = TransactionMode.NONE;
            } else if (!KEPT_FOR_OTHERS.contains(key)
                    && !VALUE_ON_THE_WAY_BACK.matcher(directive).matches()) {
                found.problem(file, "line " + line.number() + ": " + wrong(key, directive));
            }
        }
        return new Directives(mode, upEnd, down);
    }

    private static String wrong(String key, String directive) {
        return switch (key) {
            case "down" ->
                directive.equals("down")
                        ? "there is a second \"-- godwit:down\". Keep one way back"
                        : "\"-- godwit:down\" stands alone on its line. Put what follows it on the next line";
            case "transaction" ->
                "\"-- godwit:" + directive + "\" is not known. Write \"-- godwit:transaction none\" or leave it out";
            default ->
                "there is no directive \"" + key
                        + "\". Write one of: down, transaction none, allow, allow-file, backfill";
        };
    }
}
