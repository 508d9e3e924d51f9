package dev.godwit.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders that are made once and then only read. A folder appears under its name only when it is whole, and one process
 * at a time makes it.
 */
final class Cache {
    // A file lock holds between processes, not between the threads of one.
    private static final Object THREADS = new Object();
    private static final String PART = ".part";

    private final Path root;

    Cache(Path root) {
        this.root = root;
    }

    static Cache ofUser() {
        return new Cache(root(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    static Path root(Map<String, String> environment, Path home) {
        return setting(environment, "GODWIT_CACHE")
                .map(Path::of)
                .or(() -> setting(environment, "XDG_CACHE_HOME").map(cache -> Path.of(cache, "godwit")))
                .orElseGet(() -> home.resolve(".cache").resolve("godwit"))
                .toAbsolutePath();
    }

    Path folder(String name, Maker maker) throws IOException {
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(root);
        synchronized (THREADS) {
            try (FileChannel channel = FileChannel.open(
                            root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.isDirectory(folder)) {
                    make(folder, maker);
                }
            }
        }
        return folder;
    }

    private void make(Path folder, Maker maker) throws IOException {
        for (Path left : leftovers(folder)) {
            Folders.delete(left);
        }
        Path part = Files.createTempDirectory(root, folder.getFileName() + PART);
        try {
            maker.fill(part);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(part);
        }
    }

    private List<Path> leftovers(Path folder) throws IOException {
        String prefix = folder.getFileName() + PART;
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Fills a new, empty folder. */
    @FunctionalInterface
    interface Maker {
        void fill(Path folder) throws IOException;
    }
}
