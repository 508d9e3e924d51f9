package dev.godwit.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Statements of every kind that a dialect knows, one a paragraph, from the test resources. */
final class SampleStatements {
    private SampleStatements() {}

    static List<String> of(Dialect dialect) {
        return switch (dialect.name()) {
            case "mysql", "mariadb" ->
                Stream.concat(read("mysql-and-mariadb"), read(dialect.name())).toList();
            default -> read(dialect.name()).toList();
        };
    }

    private static Stream<String> read(String name) {
        try (InputStream file = SampleStatements.class.getResourceAsStream("statements/" + name + ".sql")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.strip().split("\n\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
