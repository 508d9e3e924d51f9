package dev.godwit.formats;

import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.FolderSettings;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationScript;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A folder of migrations that a test writes. */
record TestFolder(Path directory) {
    TestFolder with(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    FolderListing listing() {
        return FolderListing.of(directory);
    }

    MigrationFolder read(MigrationFormat format) {
        return read(format, Map.of());
    }

    /** Reads with values that serve as placeholders and as environment. */
    MigrationFolder read(MigrationFormat format, Map<String, String> values) {
        return format.source().read(listing(), new FolderSettings(new SqliteDialect(), "sqlite", values, values::get));
    }

    static List<String> ids(MigrationFolder folder) {
        return folder.migrations().stream().map(m -> m.id().value()).toList();
    }

    static List<String> problems(MigrationFolder folder) {
        return folder.problems().stream().map(Object::toString).toList();
    }

    static Migration only(MigrationFolder folder) {
        if (folder.migrations().size() != 1) {
            throw new AssertionError(folder);
        }
        return folder.migrations().getFirst();
    }

    /** Returns the blocks, each with its reading. */
    static String text(MigrationScript script) {
        ScriptText text = script.read();
        return text.blocks().stream()
                .map(block -> block.reading() + ":" + text.source().text(block.span()))
                .collect(Collectors.joining("|"));
    }
}
