package dev.godwit.formats;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.MigrationScript;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.SqlSource;
import java.util.Optional;

/**
 * One file with its placeholders replaced.
 *
 * @param rawChecksum of the file before that
 * @param placeholders empty where the file's sidecar says that there are none
 */
record FlywayScript(
        FolderListing listing,
        String file,
        String description,
        String rawChecksum,
        Optional<FlywayPlaceholders> placeholders)
        implements MigrationScript {

    @Override
    public ScriptText read() {
        SqlSource source = listing.read(file);
        if (!FlywayChecksum.of(source).equals(rawChecksum)) {
            throw new InvalidMigrationException("cannot run file \"" + source.name()
                    + "\": it has changed since the folder was read. Run the command again");
        }
        return ScriptText.whole(replaced(source));
    }

    /** Returns what is run. */
    SqlSource replaced(SqlSource source) {
        return placeholders.map(values -> values.replace(source, file)).orElse(source);
    }
}
