package dev.godwit.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies and deletes whole folders. */
final class Folders {
    private static final Duration COPY_LIMIT = Duration.ofMinutes(2);

    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }

    /** Copies a folder to a place that does not exist yet, with its permissions, which the servers insist on. */
    static void copy(Path from, Path to) throws IOException {
        Command.in(from).run(List.of("cp", "-Rp", from.toString(), to.toString()), COPY_LIMIT);
    }
}
