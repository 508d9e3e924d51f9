package dev.godwit.it.parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample statements that the tests of {@code godwit-sql} read, one a paragraph. */
public final class Samples {
    private static final Path FOLDER =
            Path.of("..", "godwit-sql", "src", "test", "resources", "dev", "godwit", "sql", "statements");

    private Samples() {}

    /** Returns those of a dialect. */
    public static List<String> of(String dialect) {
        return switch (dialect) {
            case "mysql", "mariadb" ->
                Stream.concat(read("mysql-and-mariadb"), read(dialect)).toList();
            default -> read(dialect).toList();
        };
    }

    private static Stream<String> read(String name) {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        try {
            String text = Files.readString(module.resolve(FOLDER).resolve(name + ".sql"));
            return Stream.of(text.strip().split("\n\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
