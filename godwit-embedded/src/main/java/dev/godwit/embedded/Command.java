package dev.godwit.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program to its end and keeps what it says. */
final class Command {
    private static final int QUOTED_LINES = 12;

    private final Path directory;
    private final ProcessBuilder.Redirect input;

    private Command(Path directory, ProcessBuilder.Redirect input) {
        this.directory = directory;
        this.input = input;
    }

    static Command in(Path directory) {
        return new Command(directory, ProcessBuilder.Redirect.from(new File("/dev/null")));
    }

    Command reading(Path file) {
        return new Command(directory, ProcessBuilder.Redirect.from(file.toFile()));
    }

    /** Runs a program; its output goes through a file, so that a child of it which lives on cannot hold us up. */
    void run(List<String> command, Duration limit) throws IOException {
        Path output = Files.createTempFile("godwit-command", ".log");
        try {
            Process process = Environment.clean(new ProcessBuilder(command))
                    .directory(directory.toFile())
                    .redirectInput(input)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!await(process, limit)) {
                process.destroyForcibly();
                throw new FailedException("%s took longer than %s".formatted(command.getFirst(), limit));
            }
            if (process.exitValue() != 0) {
                throw new FailedException("%s ended with exit code %d and said: %s"
                        .formatted(command.getFirst(), process.exitValue(), tail(output)));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    static Optional<String> find(String program, String path) {
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static boolean await(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(
                    "cannot wait for process \"%d\": interrupted.".formatted(process.pid()), e);
        }
    }

    /** Returns the last lines of a file whose encoding is not known. */
    static String tail(Path file) throws IOException {
        List<String> lines = Files.exists(file)
                ? new String(Files.readAllBytes(file), Charset.defaultCharset())
                        .lines()
                        .toList()
                : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
    }

    /** A program that failed, with its last words. */
    static final class FailedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String words;

        FailedException(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
