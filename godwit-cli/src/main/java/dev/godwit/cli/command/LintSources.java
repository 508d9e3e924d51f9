package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.sql.SqlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks lint to look at.
 *
 * @param directory the folder, where {@code texts} is empty
 */
record LintSources(Path directory, Optional<List<SqlSource>> texts) {
    private static final String STDIN = "<stdin>";

    static LintSources of(Invocation invocation) {
        List<String> names = invocation.arguments().positional();
        Path working = invocation.surroundings().workingDirectory();
        if (invocation.configuration().isOn(Keys.STDIN)) {
            if (!names.isEmpty()) {
                throw new ConfigurationException("cannot read two things at once: --stdin and \"" + names.getFirst()
                        + "\" are given. Leave one of them away.");
            }
            return new LintSources(invocation.directory(), Optional.of(List.of(stdin(invocation))));
        }
        if (names.isEmpty()) {
            return new LintSources(invocation.directory(), Optional.empty());
        }
        List<Path> paths = names.stream().map(working::resolve).toList();
        if (paths.size() == 1 && Files.isDirectory(paths.getFirst())) {
            return new LintSources(paths.getFirst(), Optional.empty());
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new InvalidMigrationException(
                        "cannot read file \"" + path + "\": there is no such file. Correct its name");
            }
            if (Files.isDirectory(path)) {
                throw new ConfigurationException(
                        "cannot read \"" + path + "\" among files: it is a folder. Name one folder, or files only.");
            }
        }
        return new LintSources(
                invocation.directory(),
                Optional.of(paths.stream().map(FolderListing::readFile).toList()));
    }

    private static SqlSource stdin(Invocation invocation) {
        try {
            byte[] bytes = invocation.surroundings().in().readAllBytes();
            return FolderListing.checked(SqlSource.of(STDIN, ByteBuffer.wrap(bytes)));
        } catch (IOException e) {
            throw new InvalidMigrationException(
                    "cannot read standard input: " + e.getMessage() + ". Pipe SQL into it", e);
        } catch (UncheckedIOException e) {
            throw new InvalidMigrationException(
                    "cannot read standard input: " + e.getMessage() + ". Pipe SQL into it", e);
        }
    }

    /** Returns the folder, where one is looked at. */
    Optional<Path> folder() {
        return texts.isEmpty() ? Optional.of(directory) : Optional.empty();
    }
}
