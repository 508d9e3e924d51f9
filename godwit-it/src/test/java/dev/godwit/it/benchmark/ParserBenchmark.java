package dev.godwit.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.it.parser.Dialects;
import dev.godwit.it.parser.Samples;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast DDL is read: megabytes a second on one core once warm, and the milliseconds on a core of a first file in a fresh JVM,
 * with and without a class data archive as the launcher makes one.
 */
final class ParserBenchmark {
    private static final int SIZE = 16 << 20;
    private static final int ROUNDS = 5;
    private static final int COLD_RUNS = 7;
    private static final int FIRST_FILE = 10_000;

    @TempDir
    Path temporary;

    @Test
    void measuresTheReadingOfDefinitions() throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%n%-10s %10s %12s %10s %14s%n", "DDL", "MB/s", "statements", "cold ms", "archived ms"));
        for (String name : Dialects.names()) {
            String ddl = definitions(name);
            Warm warm = warm(Dialects.named(name), ddl.repeat(SIZE / ddl.length()));
            Path file = temporary.resolve(name + ".sql");
            Files.writeString(file, ddl.repeat(1 + FIRST_FILE / ddl.length()).substring(0, FIRST_FILE));
            table.append(String.format(
                    Locale.ROOT,
                    "%-10s %10.0f %12d %10.1f %14.1f%n",
                    name,
                    warm.megabytesPerSecond(),
                    warm.statements(),
                    cold(name, file, List.of("-Xshare:auto")),
                    cold(name, file, archive(name))));
        }
        System.out.println(table);
    }

    private record Warm(double megabytesPerSecond, int statements) {}

    private static String definitions(String dialect) {
        return Samples.of(dialect).stream()
                .filter(sql -> sql.matches("(?s)(CREATE|ALTER|DROP|RENAME|TRUNCATE|COMMENT) .*"))
                .filter(sql -> !sql.contains("BEGIN"))
                .collect(Collectors.joining(";\n\n", "", ";\n\n"));
    }

    private static Warm warm(Dialect dialect, String text) {
        SqlSource source = SqlSource.of("ddl", text);
        double best = 0;
        int statements = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            statements = dialect.split(source, source.whole()).statements().size();
            best = Math.max(best, source.length() * 1e3 / (cpu() - start));
        }
        return new Warm(best, statements);
    }

    // The time of this thread's core, so that a busy machine does not count.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<String> archive(String name) {
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + temporary.resolve(name + ".jsa"));
    }

    private double cold(String name, Path file, List<String> options) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        // The first run may make the archive that the others use.
        for (int run = 0; run <= COLD_RUNS; run++) {
            double time = once(name, file, options);
            if (run > 0) {
                millis.add(time);
            }
        }
        millis.sort(null);
        return millis.get(COLD_RUNS / 2);
    }

    private double once(String name, Path file, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", jar().toString(), ColdRead.class.getName(), name, file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return Integer.parseInt(line) / 1e3;
    }

    // The JVM archives the classes of jars only.
    private Path jar() throws IOException {
        Path jar = temporary.resolve("reading.jar");
        if (!Files.exists(jar)) {
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                pack(Dialect.class, "dev/godwit/sql", out);
                pack(ColdRead.class, "dev/godwit/it/benchmark", out);
                pack(Dialects.class, "dev/godwit/it/parser", out);
            }
        }
        return jar;
    }

    private static void pack(Class<?> sample, String folder, JarOutputStream out) throws IOException {
        Path root = Path.of(URI.create(
                sample.getProtectionDomain().getCodeSource().getLocation().toString()));
        if (Files.isRegularFile(root)) {
            try (FileSystem archive = FileSystems.newFileSystem(root)) {
                pack(archive.getPath("/"), folder, out);
            }
        } else {
            pack(root, folder, out);
        }
    }

    private static void pack(Path root, String folder, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }
}
