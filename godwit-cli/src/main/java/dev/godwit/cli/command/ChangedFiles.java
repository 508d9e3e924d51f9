package dev.godwit.cli.command;

import dev.godwit.core.db.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Asks git which files have changed since a revision, those that it does not follow yet included. */
final class ChangedFiles {
    private final Path directory;

    private ChangedFiles(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Returns what tells whether a file, relative to {@code directory} or absolute, has changed.
     *
     * @throws ConfigurationException if git is missing, this is no repository, or there is no such revision
     */
    static Predicate<String> since(String revision, Path directory) {
        var git = new ChangedFiles(directory);
        Path root = Path.of(
                git.lines("find the repository", "rev-parse", "--show-toplevel").getFirst());
        git.lines(
                "find revision \"" + revision + "\"",
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                revision + "^{commit}");
        Set<Path> changed = new HashSet<>();
        git.lines(
                        "compare with revision \"" + revision + "\"",
                        "-C",
                        root.toString(),
                        "diff",
                        "--name-only",
                        "-z",
                        revision,
                        "--")
                .forEach(file -> changed.add(root.resolve(file)));
        git.lines("list new files", "-C", root.toString(), "ls-files", "--others", "--exclude-standard", "-z")
                .forEach(file -> changed.add(root.resolve(file)));
        return file -> changed.contains(git.real(Path.of(file)));
    }

    // Git tells real paths; the folder may have been named by a link.
    private Path real(Path file) {
        Path absolute = directory.resolve(file).normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            return absolute;
        }
    }

    private List<String> lines(String what, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw refused(what);
            }
            return output.lines()
                    .flatMap(line -> List.of(line.split("\0", -1)).stream())
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while git worked", e));
        } catch (IOException e) {
            throw new ConfigurationException("cannot look for changes: git cannot be run (" + e.getMessage()
                    + "). Install it, or leave --since away.");
        }
    }

    private ConfigurationException refused(String what) {
        return new ConfigurationException("cannot " + what + ": git refuses it in \"" + directory
                + "\". Look whether this is a git repository which has that revision, or leave --since away.");
    }
}
