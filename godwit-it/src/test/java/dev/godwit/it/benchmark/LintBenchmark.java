package dev.godwit.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole processes of {@code godwit lint}, with the start-up cache: a folder as an old project has it, and one long file. */
final class LintBenchmark {
    private static final int RUNS = 7;
    private static final int FILES = 435;
    private static final int TABLES = 60;
    private static final int FILE_SIZE = 600;
    private static final int STATEMENTS = 10_000;
    private static final String LAUNCHER =
            Path.of("..", "godwit").toAbsolutePath().normalize().toString();

    @TempDir
    Path temporary;

    @Test
    void measuresTheJudgingOfFolders() throws IOException {
        MeasuredProcess.run(temporary, Map.of("GODWIT_PREPARE", "now"), List.of(LAUNCHER, "--version"));
        Path folder = folder();
        Path file = file();
        long size = size(folder);

        Measurements lint = new Measurements("godwit lint");
        lint.add(FILES + " files, " + size / 1024 + " KiB", repeat(folder));
        lint.add("one file of " + STATEMENTS + " statements", repeat(file));
        System.out.println(lint.table());
    }

    private List<MeasuredProcess> repeat(Path what) {
        List<MeasuredProcess> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(MeasuredProcess.run(
                    temporary,
                    Map.of(),
                    List.of(LAUNCHER, "lint", what.toString(), "--server", "postgres:16", "--fail-on", "none")));
        }
        return runs;
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private Path folder() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("migrations"));
        for (int i = 0; i < FILES; i++) {
            String table = "t" + i % TABLES;
            String sql = i < TABLES ? creation(table) : change(i, table);
            String comment = "-- " + "what this is about ".repeat(3) + "\n";
            String padded = sql + comment.repeat(Math.max(0, FILE_SIZE - sql.length()) / comment.length());
            Files.writeString(folder.resolve(20_260_101_000_000L + i + "_step_" + i + ".sql"), padded);
        }
        return folder;
    }

    private static String creation(String table) {
        return """
            CREATE TABLE %1$s (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name text NOT NULL,
                created_at timestamptz NOT NULL DEFAULT now(),
                owner_id bigint
            );
            CREATE INDEX %1$s_owner ON %1$s (owner_id);
            """.formatted(table);
    }

    private static String change(int number, String table) {
        return switch (number % 6) {
            case 0 -> """
                ALTER TABLE %1$s ADD COLUMN c%2$d text;
                COMMENT ON COLUMN %1$s.c%2$d IS 'a text that people read';
                UPDATE %1$s SET c%2$d = '' WHERE id < 100;
                """.formatted(table, number);
            case 1 -> "CREATE INDEX CONCURRENTLY %1$s_c%2$d ON %1$s (name, created_at);\n".formatted(table, number);
            case 2 -> """
                ALTER TABLE %1$s ADD CONSTRAINT %1$s_fk%2$d FOREIGN KEY (owner_id) REFERENCES t1 (id) NOT VALID;
                """.formatted(table, number);
            case 3 -> """
                CREATE OR REPLACE VIEW v%2$d AS SELECT id, name FROM %1$s WHERE owner_id IS NOT NULL;
                """.formatted(table, number);
            case 4 -> """
                CREATE OR REPLACE FUNCTION f%2$d() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    NEW.name := lower(NEW.name);
                    RETURN NEW;
                END;
                $$;
                CREATE TRIGGER lower%2$d BEFORE INSERT ON %1$s FOR EACH ROW EXECUTE FUNCTION f%2$d();
                """.formatted(table, number);
            default -> """
                ALTER TABLE %1$s ALTER COLUMN name SET DEFAULT 'none';
                INSERT INTO %1$s (name, owner_id) VALUES ('a', 1), ('b', 2), ('c', 3);
                """.formatted(table);
        };
    }

    private Path file() throws IOException {
        var sql = new StringBuilder();
        for (int i = 0; i < STATEMENTS; i++) {
            sql.append(
                    switch (i % 4) {
                        case 0 -> "CREATE TABLE n%d (id bigint PRIMARY KEY, name text NOT NULL);\n".formatted(i);
                        case 1 -> "ALTER TABLE n%d ADD COLUMN c text;\n".formatted(i - 1);
                        case 2 -> "CREATE INDEX n%1$d_name ON n%1$d (name);\n".formatted(i - 2);
                        default -> "UPDATE old%d SET a = 1 WHERE id = %d;\n".formatted(i % 100, i);
                    });
        }
        Path file = temporary.resolve("long.sql");
        Files.writeString(file, sql);
        return file;
    }
}
