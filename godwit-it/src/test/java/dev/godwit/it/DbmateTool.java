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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real dbmate, from its npm package, fetched once into the user's cache of Godwit and proved to be the one that was pinned. */
public final class DbmateTool {
    private static final String VERSION = "2.36.0";
    private static final String PACKAGE = "@dbmate/linux-x64@" + VERSION;
    private static final String ARCHIVE_SHA_256 = "aab6f8214c06746fd19765ef86858c1edffa946abbf6be2e5ddb49820b6e5352";
    private static final String BINARY_SHA_256 = "47e284b3d8cbad1ba5f090495aa05afd1bbd5f35e2ed5577aad06da74ce780ce";

    private final Path binary;

    private DbmateTool(Path binary) {
        this.binary = binary;
    }

    /** What a command said, and how it ended. */
    record Result(int exit, String output) {}

    /** Finds or fetches it; where it is not to be had, the test is skipped with a line that cannot be overlooked. */
    public static synchronized DbmateTool get() throws IOException {
        Path folder = cache().resolve("dbmate-" + VERSION + "-linux-x64");
        Path binary = folder.resolve("dbmate");
        if (!Files.isExecutable(binary)) {
            refuseOtherPlatforms();
            Files.createDirectories(folder);
            fetch(binary);
        }
        Assumptions.assumeTrue(sha256(binary).equals(BINARY_SHA_256), () -> loudly("its binary is another one"));
        return new DbmateTool(binary);
    }

    /** Returns where the binary is. */
    public Path binary() {
        return binary;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void refuseOtherPlatforms() {
        String platform = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
        boolean known = platform.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)");
        Assumptions.assumeTrue(known, () -> loudly("there is none for " + platform));
    }

    private static String loudly(String why) {
        String line = "NOT COMPARED WITH THE REAL dbmate " + VERSION + ": " + why;
        System.err.println(line);
        return line;
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

    private static void fetch(Path binary) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(cache()), "dbmate.part");
        run(folder, List.of("npm", "pack", "--silent", PACKAGE));
        Path archive = folder.resolve("dbmate-linux-x64-" + VERSION + ".tgz");
        Assumptions.assumeTrue(Files.exists(archive), () -> loudly("npm does not give " + PACKAGE));
        Assumptions.assumeTrue(
                sha256(archive).equals(ARCHIVE_SHA_256), () -> loudly("npm gives another archive of that version"));
        run(folder, List.of("tar", "xzf", archive.getFileName().toString()));
        Files.move(
                folder.resolve("package/bin/dbmate"),
                binary,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        delete(folder);
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Result result = started(folder, command);
        Assumptions.assumeTrue(result.exit() == 0, () -> loudly(command + " failed: " + result.output()));
    }

    private static Result started(Path folder, List<String> command) {
        try {
            return start(command, folder, Map.of());
        } catch (IOException e) {
            return Assumptions.abort(loudly("cannot run " + command.getFirst() + ": " + e.getMessage()));
        }
    }

    /** Runs one command of it on a database. */
    Result run(TestDatabase database, Path migrations, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                binary.toString(),
                "--env",
                "DBMATE_TEST_URL",
                "--migrations-dir",
                migrations.toString(),
                "--no-dump-schema"));
        line.addAll(List.of(command));
        return start(line, migrations, Map.of("DBMATE_TEST_URL", url(database)));
    }

    private static String url(TestDatabase database) {
        return switch (database.product()) {
            case POSTGRES_18, POSTGRES_14 -> database.url() + "?sslmode=disable";
            case MYSQL, MARIADB ->
                database.url().replaceFirst("^mariadb:", "mysql:").replaceFirst("\\?.*$", "");
            case SQLITE -> database.url();
        };
    }

    private static Result start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile("godwit-tool", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " does not end");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
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
