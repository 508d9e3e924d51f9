package dev.godwit.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.it.DbmateTool;
import dev.godwit.it.TestDatabase;
import dev.godwit.it.TestDatabase.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Whole processes on PostgreSQL: a run that has nothing to do with 100 migrations applied, and 1,000 small files from empty. Beside Godwit
 * runs dbmate, where its binary can be had.
 */
final class RunnerBenchmark {
    private static final int RUNS = 7;
    private static final int LONG_RUNS = 3;

    @TempDir
    Path temporary;

    @Test
    void comparesRunners() throws IOException {
        Optional<Path> dbmate = dbmate();
        Path hundred = files(temporary.resolve("hundred"), 100);
        Path thousand = files(temporary.resolve("thousand"), 1000);
        MeasuredProcess.run(temporary, Map.of("GODWIT_PREPARE", "now"), List.of(launcher()));

        Measurements idle = new Measurements("nothing to do, 100 applied");
        TestDatabase applied = TestDatabase.fresh(Product.POSTGRES_18);
        godwit(applied, hundred);
        idle.add("godwit migrate", repeat(RUNS, () -> godwit(applied, hundred)));
        TestDatabase forDbmate = TestDatabase.fresh(Product.POSTGRES_18);
        dbmate.ifPresentOrElse(
                binary -> {
                    dbmate(binary, forDbmate, hundred);
                    idle.add("dbmate up", repeat(RUNS, () -> dbmate(binary, forDbmate, hundred)));
                },
                () -> idle.note("dbmate: its binary cannot be had here"));

        Measurements fresh = new Measurements("1,000 small files from empty");
        fresh.add("godwit migrate", repeat(LONG_RUNS, () -> godwit(TestDatabase.fresh(Product.POSTGRES_18), thousand)));
        dbmate.ifPresentOrElse(
                binary -> fresh.add(
                        "dbmate up",
                        repeat(LONG_RUNS, () -> dbmate(binary, TestDatabase.fresh(Product.POSTGRES_18), thousand))),
                () -> fresh.note("dbmate: its binary cannot be had here"));
        System.out.println(idle.table());
        System.out.println(fresh.table());
        assertThat(applied.value("SELECT count(*) FROM godwit.godwit_history")).isEqualTo("100");
    }

    private static Optional<Path> dbmate() throws IOException {
        try {
            return Optional.of(DbmateTool.get().binary());
        } catch (TestAbortedException e) {
            return Optional.empty();
        }
    }

    private static Path files(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 1; i <= count; i++) {
            String sql = "-- migrate:up\nCREATE TABLE t%d (id bigint PRIMARY KEY, name text NOT NULL DEFAULT '');\n"
                            .formatted(i)
                    + "INSERT INTO t%d VALUES (1, 'one');\n-- migrate:down\nDROP TABLE t%d;\n".formatted(i, i);
            Files.writeString(folder.resolve("%014d_t%d.sql".formatted(20260101000000L + i, i)), sql);
        }
        return folder;
    }

    private static List<MeasuredProcess> repeat(int times, Supplier<MeasuredProcess> run) {
        List<MeasuredProcess> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            runs.add(run.get());
        }
        return runs;
    }

    private MeasuredProcess godwit(TestDatabase database, Path folder) {
        return launched("migrate", "--url", database.url(), "--dir", folder.toString());
    }

    private MeasuredProcess launched(String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(arguments));
        return MeasuredProcess.run(temporary, Map.of(), command);
    }

    private static String launcher() {
        return Path.of("..", "godwit").toAbsolutePath().normalize().toString();
    }

    private MeasuredProcess dbmate(Path binary, TestDatabase database, Path folder) {
        return MeasuredProcess.run(
                temporary,
                Map.of(),
                List.of(
                        binary.toString(),
                        "--url",
                        database.url() + "?sslmode=disable",
                        "--migrations-dir",
                        folder.toString(),
                        "--no-dump-schema",
                        "up"));
    }
}
