package dev.godwit.formats;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.FolderSettings;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationCollector;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.MigrationScript;
import dev.godwit.core.migration.MigrationSource;
import dev.godwit.sql.SqlSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Flyway's layout: {@code V}, {@code U}, {@code R} and {@code B} files, also in nested folders, and their sidecars. */
final class FlywayFolder implements MigrationSource {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern CODE = Pattern.compile("(.*/)?([VUB]\\d[\\d._]*__|R__)[^/]*\\.(java|class|kt|groovy)");
    private static final Pattern CALLBACK = Pattern.compile("(.*/)?(before|after)[A-Z][A-Za-z]*(__[^/]*)?\\.(?i:sql)");
    private static final Pattern NUMBERS = Pattern.compile("[\\d.]+");
    private static final String SIDECAR = ".conf";

    private final Clock clock;

    FlywayFolder(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Recognition recognise(FolderListing listing) {
        return Majority.of(listing, file -> FlywayName.of(file).isPresent());
    }

    @Override
    public MigrationFolder read(FolderListing listing, FolderSettings settings) {
        MigrationCollector<FlywayVersion> found = new MigrationCollector<>(listing);
        Map<FlywayVersion, String> undo = new HashMap<>();
        for (String file : listing.files()) {
            FlywayName.of(file)
                    .filter(name -> name.type() == FlywayName.Type.UNDO)
                    .ifPresent(name -> addUndo(found, undo, FlywayVersion.of(name.version()), file));
        }
        Reading reading = new Reading(listing, new HashSet<>(listing.files()), placeholders(settings), found, undo);
        List<String> unexplained = new ArrayList<>();
        for (String file : listing.files()) {
            Optional<FlywayName> name = FlywayName.of(file);
            if (name.isPresent()) {
                found.reading(file, () -> reading.add(file, name.get()));
            } else {
                refuse(file, reading, unexplained);
            }
        }
        undo.values()
                .forEach(file -> found.problem(
                        file, "there is no versioned migration that it undoes. Add that one, or remove this file"));
        found.unexplained(unexplained, "whose files are named like V1_2__add_phone.sql or R__views.sql");
        return found.folder(FlywayFormat.ID);
    }

    private static void addUndo(
            MigrationCollector<FlywayVersion> found,
            Map<FlywayVersion, String> undo,
            FlywayVersion version,
            String file) {
        String first = undo.putIfAbsent(version, file);
        if (first != null) {
            found.problem(file, "it undoes the same version as \"" + first + "\". Remove one of them");
        }
    }

    private static void refuse(String file, Reading reading, List<String> unexplained) {
        if (CODE.matcher(file).matches()) {
            reading.found.problem(
                    file, "migrations in code cannot be run by Godwit. Rewrite it in SQL, or keep Flyway for it");
        } else if (CALLBACK.matcher(file).matches()) {
            reading.found.problem(
                    file, "callbacks are not run by Godwit. Make it a migration, or move it out of the folder");
        } else if (file.endsWith(SIDECAR) && MigrationCollector.isSql(withoutSidecar(file))) {
            if (!reading.files.contains(withoutSidecar(file))) {
                reading.found.problem(
                        file, "there is no file \"" + withoutSidecar(file) + "\" that it belongs to. Remove it");
            }
        } else {
            unexplained.add(file);
        }
    }

    private static String withoutSidecar(String file) {
        return file.substring(0, file.length() - SIDECAR.length());
    }

    private FlywayPlaceholders placeholders(FolderSettings settings) {
        Map<String, String> values = new HashMap<>();
        values.put("flyway:timestamp", TIME.format(LocalDateTime.now(clock)));
        values.put("flyway:workingDirectory", Path.of("").toAbsolutePath().toString());
        values.putAll(settings.placeholders());
        return new FlywayPlaceholders(values);
    }

    private record Reading(
            FolderListing listing,
            Set<String> files,
            FlywayPlaceholders placeholders,
            MigrationCollector<FlywayVersion> found,
            Map<FlywayVersion, String> undo) {

        void add(String file, FlywayName name) {
            switch (name.type()) {
                case VERSIONED -> {
                    FlywayVersion version = FlywayVersion.of(name.version());
                    found.add(version, versioned(file, name, undo.remove(version)));
                }
                case BASELINE ->
                    found.add(
                            FlywayVersion.of(name.version()),
                            migration(file, name, FlywayHistory.BASELINE + name.version(), Migration.Kind.BASELINE));
                case REPEATABLE -> found.addRepeatable(repeatable(file, name));
                case UNDO -> {
                    // Belongs to its versioned migration.
                }
            }
        }

        private Migration versioned(String file, FlywayName name, @Nullable String undoFile) {
            Migration migration = migration(file, name, name.version(), Migration.Kind.VERSIONED);
            if (undoFile == null) {
                return migration;
            }
            String description =
                    FlywayName.of(undoFile).map(FlywayName::description).orElse("");
            MigrationScript down =
                    script(undoFile, description, FlywayChecksum.of(listing.read(undoFile)), sidecar(undoFile));
            return new Migration(
                    migration.id(),
                    migration.description(),
                    migration.kind(),
                    migration.file(),
                    migration.checksum(),
                    migration.transactionMode(),
                    migration.up(),
                    Optional.of(down));
        }

        // A description of digits would be taken for a version.
        private Migration repeatable(String file, FlywayName name) {
            String id = NUMBERS.matcher(name.description()).matches() ? "R__" + name.description() : name.description();
            return migration(file, name, id, Migration.Kind.REPEATABLE);
        }

        private Migration migration(String file, FlywayName name, String id, Migration.Kind kind) {
            FlywaySidecar sidecar = sidecar(file);
            SqlSource source = listing.read(file);
            FlywayScript script = script(file, name.description(), FlywayChecksum.of(source), sidecar);
            SqlSource replaced = script.replaced(source);
            return new Migration(
                    new MigrationId(id),
                    name.description(),
                    kind,
                    file,
                    kind == Migration.Kind.REPEATABLE ? FlywayChecksum.of(replaced) : script.rawChecksum(),
                    sidecar.mode(),
                    script,
                    Optional.empty());
        }

        private FlywayScript script(String file, String description, String checksum, FlywaySidecar sidecar) {
            return new FlywayScript(
                    listing,
                    file,
                    description,
                    checksum,
                    sidecar.replacesPlaceholders() ? Optional.of(placeholders) : Optional.empty());
        }

        private FlywaySidecar sidecar(String file) {
            return files.contains(file + SIDECAR) ? FlywaySidecar.read(listing, file + SIDECAR) : FlywaySidecar.NONE;
        }
    }
}
