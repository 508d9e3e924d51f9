package dev.godwit.formats;

import dev.godwit.core.migration.ContentChecksum;
import dev.godwit.core.migration.FileScript;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.FolderSettings;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationCollector;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.MigrationScript;
import dev.godwit.core.migration.MigrationSource;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.migration.SourceLines;
import dev.godwit.sql.SqlSource;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads goose's layout: {@code 00001_title.sql} with {@code -- +goose} annotations. */
final class GooseFolder implements MigrationSource {
    static final Pattern NAME = Pattern.compile("(\\d+)_([^/]*)\\.(?i:sql)");
    private static final Pattern CODE = Pattern.compile("\\d+_[^/]*(?<!_test)\\.go");
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    public Recognition recognise(FolderListing listing) {
        return Majority.ofContents(
                listing,
                file -> NAME.matcher(file).matches()
                        && !SourceLines.comments(listing.head(file), "+goose").isEmpty());
    }

    @Override
    public MigrationFolder read(FolderListing listing, FolderSettings settings) {
        GooseVariables variables = new GooseVariables(settings.environment());
        MigrationCollector<BigInteger> found = new MigrationCollector<>(listing);
        List<String> unexplained = new ArrayList<>();
        for (String file : listing.files()) {
            Matcher name = NAME.matcher(file);
            if (name.matches()) {
                found.reading(file, () -> add(found, listing, name, variables));
            } else if (CODE.matcher(file).matches()) {
                found.problem(file, "Go migrations cannot be run by Godwit. Rewrite it in SQL, or keep goose for it");
            } else {
                unexplained.add(file);
            }
        }
        found.unexplained(unexplained, "whose files are named like 00001_add_phone.sql");
        return found.folder(GooseFormat.ID);
    }

    private static void add(
            MigrationCollector<BigInteger> found, FolderListing listing, Matcher name, GooseVariables variables) {
        BigInteger version = new BigInteger(name.group(1));
        if (version.signum() == 0 || version.compareTo(LARGEST) > 0) {
            throw new InvalidMigrationException("goose knows no version " + version + ". Use one from 1 to " + LARGEST);
        }
        String file = name.group();
        SqlSource source = listing.read(file);
        GooseScript script = GooseScript.of(source).substitute(variables);
        if (!script.isMarked() && !script.isBlank()) {
            throw new InvalidMigrationException("it has no line \"-- +goose Up\". Put one before the change");
        }
        String checksum = ContentChecksum.of(source);
        MigrationScript up = new FileScript(listing, file, checksum, read -> {
            GooseScript again = GooseScript.of(read).substitute(variables);
            return new ScriptText(again.source(), again.up());
        });
        MigrationScript down = new FileScript(listing, file, checksum, read -> {
            GooseScript again = GooseScript.of(read).substitute(variables);
            return new ScriptText(again.source(), again.down());
        });
        found.add(
                version,
                new Migration(
                        new MigrationId(version.toString()),
                        name.group(2).replace('_', ' '),
                        Migration.Kind.VERSIONED,
                        file,
                        checksum,
                        script.mode(),
                        up,
                        script.hasDown() ? Optional.of(down) : Optional.empty()));
    }
}
