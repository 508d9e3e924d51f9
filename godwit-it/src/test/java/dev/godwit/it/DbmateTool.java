package dev.godwit.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The real dbmate, from its npm package, fetched once into the user's cache of Godwit and proved to be the one that was pinned. */
public final class DbmateTool {
    private static final String VERSION = "2.36.0";
    private static final NpmFile PROGRAM = new NpmFile(
            "@dbmate/linux-x64@" + VERSION,
            "dbmate-linux-x64-" + VERSION + ".tgz",
            "aab6f8214c06746fd19765ef86858c1edffa946abbf6be2e5ddb49820b6e5352",
            "package/bin/dbmate",
            "47e284b3d8cbad1ba5f090495aa05afd1bbd5f35e2ed5577aad06da74ce780ce");

    private final Path binary;

    private DbmateTool(Path binary) {
        this.binary = binary;
    }

    /** What a command said, and how it ended. */
    record Result(int exit, String output) {}

    /** Finds or fetches it; where it is not to be had, the test is skipped with a line that cannot be overlooked. */
    public static synchronized DbmateTool get() throws IOException {
        refuseOtherPlatforms();
        try {
            return new DbmateTool(PROGRAM.in("dbmate-" + VERSION + "-linux-x64/dbmate"));
        } catch (NpmFile.UnavailableException e) {
            return Assumptions.abort(loudly(String.valueOf(e.getMessage())));
        }
    }

    /** Returns where the binary is. */
    public Path binary() {
        return binary;
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
}
