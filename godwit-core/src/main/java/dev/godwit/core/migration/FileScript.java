package dev.godwit.core.migration;

import dev.godwit.sql.SqlSource;
import java.util.function.Function;

/**
 * A part of one file of a folder, read anew each time and refused when the file has changed since the folder was read.
 *
 * @param fingerprint what {@link ContentChecksum} says of the file
 * @param part cuts the script out of the file
 */
public record FileScript(FolderListing listing, String file, String fingerprint, Function<SqlSource, ScriptText> part)
        implements MigrationScript {

    @Override
    public ScriptText read() {
        SqlSource source = listing.read(file);
        if (!ContentChecksum.of(source).equals(fingerprint)) {
            throw new InvalidMigrationException("cannot run file \"" + source.name()
                    + "\": it has changed since the folder was read. Run the command again");
        }
        return part.apply(source);
    }
}
