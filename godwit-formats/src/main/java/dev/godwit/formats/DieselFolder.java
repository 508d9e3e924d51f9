package dev.godwit.formats;

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
import dev.godwit.sql.SqlSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads diesel's layout: a folder for each migration, with {@code up.sql}, {@code down.sql} and {@code metadata.toml}. */
final class DieselFolder implements MigrationSource {
    static final Pattern NAME = Pattern.compile("([^/_]+)[^/]*/(up|down)\\.sql");
    private static final String UP = "/up.sql";
    private static final String DOWN = "/down.sql";
    private static final String METADATA = "/metadata.toml";

    @Override
    public Recognition recognise(FolderListing listing) {
        return Majority.of(listing, file -> NAME.matcher(file).matches());
    }

    @Override
    public MigrationFolder read(FolderListing listing, FolderSettings settings) {
        MigrationCollector<String> found = new MigrationCollector<>(listing);
        Set<String> files = new HashSet<>(listing.files());
        List<String> unexplained = new ArrayList<>();
        for (String file : listing.files()) {
            if (file.indexOf('/') < 0 && MigrationCollector.isSql(file)) {
                found.note(file, "diesel runs folders only; this file is not a migration and is not run");
            } else if (!NAME.matcher(file).matches()) {
                unexplained.add(file);
            } else if (file.endsWith(UP)) {
                found.reading(file, () -> add(found, listing, files, file));
            } else if (!files.contains(folder(file) + UP)) {
                found.problem(file, "there is no \"up.sql\" beside it. Add that one, or remove this file");
            }
        }
        found.unexplained(
                unexplained, "which has files up.sql and down.sql in a folder like 2026-01-15-093000_add_phone");
        return found.folder(DieselFormat.ID);
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/'));
    }

    private static void add(MigrationCollector<String> found, FolderListing listing, Set<String> files, String file) {
        String folder = folder(file);
        int underscore = folder.indexOf('_');
        String version = (underscore < 0 ? folder : folder.substring(0, underscore)).replace("-", "");
        if (version.isEmpty()) {
            throw new InvalidMigrationException(
                    "its folder has no version. Rename it like 2026-01-15-093000_add_phone");
        }
        FileScript up = PairedFile.whole(listing, file);
        Optional<MigrationScript> down = files.contains(folder + DOWN)
                ? Optional.of(PairedFile.whole(listing, folder + DOWN))
                : Optional.empty();
        TransactionMode mode =
                files.contains(folder + METADATA) ? mode(listing, folder + METADATA) : TransactionMode.AUTOMATIC;
        found.add(
                version,
                new Migration(
                        new MigrationId(version),
                        underscore < 0 ? "" : folder.substring(underscore + 1).replace('_', ' '),
                        Migration.Kind.VERSIONED,
                        file,
                        up.fingerprint(),
                        mode,
                        up,
                        down));
    }

    // Made when the first metadata.toml is read: most folders have none, and a mapper takes longer to make than they to
    // read.
    private static final class MapperHolder {
        static final TomlMapper MAPPER = new TomlMapper();
    }

    private static TransactionMode mode(FolderListing listing, String file) {
        SqlSource source = listing.read(file);
        try {
            JsonNode setting =
                    MapperHolder.MAPPER.readTree(source.text(source.whole())).path("run_in_transaction");
            if (!setting.isMissingNode() && !setting.isBoolean()) {
                throw new InvalidMigrationException(
                        "\"metadata.toml\" beside it: run_in_transaction is neither true nor false. Write one of them");
            }
            return setting.asBoolean(true) ? TransactionMode.AUTOMATIC : TransactionMode.NONE;
        } catch (JacksonException e) {
            throw new InvalidMigrationException(
                    "\"metadata.toml\" beside it is not TOML: " + e.getOriginalMessage() + ". Correct it", e);
        }
    }
}
