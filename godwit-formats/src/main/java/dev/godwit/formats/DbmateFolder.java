package dev.godwit.formats;

import dev.godwit.core.migration.ContentChecksum;
import dev.godwit.core.migration.FileScript;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.FolderSettings;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.MigrationCollector;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.MigrationScript;
import dev.godwit.core.migration.MigrationSource;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.migration.SourceLines;
import dev.godwit.core.migration.SourceLines.CommentLine;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dbmate's layout: files in the order of their names, {@code -- migrate:up} and {@code -- migrate:down} in each. */
final class DbmateFolder implements MigrationSource {
    static final Pattern NAME = Pattern.compile("(\\d+)([^/]*)\\.(?i:sql)");
    private static final Pattern MARK = Pattern.compile("migrate:(up|down)(\\s.*)?", Pattern.DOTALL);
    private static final Pattern NO_TRANSACTION = Pattern.compile("(.*\\s)?transaction:false(\\s.*)?", Pattern.DOTALL);

    @Override
    public Recognition recognise(FolderListing listing) {
        return Majority.ofContents(
                listing,
                file -> NAME.matcher(file).matches()
                        && !marks(listing.head(file)).isEmpty());
    }

    @Override
    public MigrationFolder read(FolderListing listing, FolderSettings settings) {
        MigrationCollector<String> found = new MigrationCollector<>(listing);
        List<String> unexplained = new ArrayList<>();
        for (String file : listing.files()) {
            Matcher name = NAME.matcher(file);
            if (name.matches()) {
                found.reading(file, () -> found.add(file, name.group(1), migration(listing, file, name)));
            } else {
                unexplained.add(file);
            }
        }
        found.unexplained(unexplained, "whose files are named like 20260115093000_add_phone.sql");
        return found.folder(DbmateFormat.ID);
    }

    private record Mark(CommentLine line, String direction, TransactionMode mode) {}

    private record Parts(SourceSpan up, Optional<SourceSpan> down, TransactionMode mode) {}

    private static Migration migration(FolderListing listing, String file, Matcher name) {
        SqlSource source = listing.read(file);
        Parts parts = parts(source);
        String checksum = ContentChecksum.of(source);
        Optional<MigrationScript> down = parts.down().map(span -> script(listing, file, checksum, span));
        return new Migration(
                new MigrationId(name.group(1)),
                name.group(2).replace('_', ' ').strip(),
                Migration.Kind.VERSIONED,
                file,
                checksum,
                parts.mode(),
                script(listing, file, checksum, parts.up()),
                down);
    }

    private static FileScript script(FolderListing listing, String file, String checksum, SourceSpan span) {
        return new FileScript(listing, file, checksum, source -> ScriptText.part(source, span));
    }

    private static Parts parts(SqlSource source) {
        List<Mark> marks = marks(source);
        if (marks.isEmpty()) {
            if (isBlank(source, source.length())) {
                return new Parts(new SourceSpan(0, 0), Optional.empty(), TransactionMode.AUTOMATIC);
            }
            throw new InvalidMigrationException("it has no line \"-- migrate:up\". Put one before the change");
        }
        Mark up = marks.getFirst();
        if (!up.direction().equals("up")) {
            throw wrong(up, "\"-- migrate:down\" stands before \"-- migrate:up\". Put the change first");
        }
        if (!isBlank(source, up.line().start())) {
            throw wrong(up, "there are statements before \"-- migrate:up\". Move them behind it");
        }
        if (marks.size() == 1) {
            return new Parts(new SourceSpan(up.line().next(), source.length()), Optional.empty(), up.mode());
        }
        Mark down = marks.get(1);
        if (marks.size() > 2 || !down.direction().equals("down")) {
            Mark second = marks.size() > 2 ? marks.get(2) : down;
            throw wrong(
                    second, "there is a second \"-- migrate:" + second.direction() + "\". Make it a file of its own");
        }
        return new Parts(
                new SourceSpan(up.line().next(), down.line().start()),
                Optional.of(new SourceSpan(down.line().next(), source.length())),
                up.mode());
    }

    private static InvalidMigrationException wrong(Mark mark, String why) {
        return new InvalidMigrationException("line " + mark.line().number() + ": " + why);
    }

    // dbmate sees only marks that begin their line.
    private static List<Mark> marks(SqlSource source) {
        List<Mark> marks = new ArrayList<>();
        for (CommentLine line : SourceLines.comments(source, "migrate:")) {
            Matcher mark = MARK.matcher(line.text());
            if (source.at(line.start()) == '-' && mark.matches()) {
                String options = mark.group(2) == null ? "" : mark.group(2);
                boolean none = NO_TRANSACTION.matcher(options).matches();
                marks.add(new Mark(line, mark.group(1), none ? TransactionMode.NONE : TransactionMode.AUTOMATIC));
            }
        }
        return marks;
    }

    private static boolean isBlank(SqlSource source, int end) {
        int start = Math.min(SourceLines.textStart(source), end);
        return source.text(new SourceSpan(start, end))
                .lines()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("--"));
    }
}
