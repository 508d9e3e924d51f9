package dev.godwit.core.engine;

import dev.godwit.core.history.MigrationFormat.NewMigration;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.InvalidMigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the files of a new migration. */
final class NewFiles {
    private final ProjectOpener opener;
    private final GodwitSettings settings;
    private final Clock clock;

    NewFiles(ProjectOpener opener, GodwitSettings settings, Clock clock) {
        this.opener = opener;
        this.settings = settings;
        this.clock = clock;
    }

    List<Path> create(String name, RunMode mode) {
        Path directory = settings.directory();
        try {
            if (mode == RunMode.RUN) {
                Files.createDirectories(directory);
            }
            FolderListing listing = opener.listing();
            NewMigration made = opener.format(listing).create(name, clock.instant(), listing);
            List<Path> paths = new ArrayList<>();
            for (Map.Entry<String, String> file : made.files().entrySet()) {
                Path path = directory.resolve(file.getKey());
                if (mode == RunMode.RUN) {
                    Files.createDirectories(java.util.Objects.requireNonNullElse(path.getParent(), directory));
                    Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
                }
                paths.add(path);
            }
            return paths;
        } catch (IOException e) {
            throw new InvalidMigrationException(
                    "cannot create migration \"" + name + "\": " + e + ". Look at the folder \"" + directory + "\"", e);
        }
    }
}
