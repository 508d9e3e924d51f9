package dev.godwit.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source tree that this module is a part of. */
final class Repository {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Repository() {}

    static Path root() {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return Objects.requireNonNull(module.getParent(), "the module lies in the repository");
    }

    /** Returns the names of the modules, as the parent's {@code pom.xml} lists them. */
    static List<String> modules() {
        return MODULE.matcher(read(root().resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Returns the Java files below {@code folder}, sorted; none where there is no such folder. */
    static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
