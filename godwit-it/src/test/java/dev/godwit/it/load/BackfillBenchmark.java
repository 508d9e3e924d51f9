package dev.godwit.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.execute.Event;
import dev.godwit.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many rows a second are changed, with nobody else at work: by one UPDATE of the whole table, by Godwit's batches, and by a change of type through
 * a second column. Two aims: batches reach 0.6 of the rate of one UPDATE, and at 2,000,000 rows 0.9 of their rate at 20,000.
 */
final class BackfillBenchmark {
    private static final List<Long> SIZES = List.of(20_000L, 200_000L, 2_000_000L);
    private static final int RUNS = 3;

    @TempDir
    Path temporary;

    @Test
    void comparesRates() throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%nPostgreSQL 18, a table with three indexes, rows a second (median of %d)%n%12s %14s %14s %8s %16s %22s%n",
                RUNS,
                "rows",
                "one UPDATE",
                "batches",
                "ratio",
                "batches/20,000",
                "int -> bigint, whole");
        double first = 0;
        for (long rows : SIZES) {
            List<Double> one = new ArrayList<>();
            List<Double> batches = new ArrayList<>();
            List<Double> type = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                one.add(directly(rows));
                batches.add(batches(rows));
                type.add(type(rows));
            }
            double rate = median(batches);
            first = first == 0 ? rate : first;
            System.out.printf(
                    Locale.ROOT,
                    "%,12d %,14.0f %,14.0f %8.2f %16.2f %,22.0f%n",
                    rows,
                    median(one),
                    rate,
                    rate / median(one),
                    rate / first,
                    median(type));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private double directly(long rows) throws IOException {
        LiveChange live = prepare(fill(rows));
        long begin = System.nanoTime();
        live.directly();
        double rate = rate(rows, System.nanoTime() - begin);
        check(live, rows);
        return rate;
    }

    private double batches(long rows) throws IOException {
        LiveChange live = prepare(fill(rows));
        StepTimes times = new StepTimes();
        live.expand(times::on);
        check(live, rows);
        return rate(rows, times.nanosOf("change the rows that are there"));
    }

    private double type(long rows) throws IOException {
        LoadCase change = LoadCase.of(
                "type",
                setup(rows),
                "ALTER TABLE orders ALTER COLUMN total TYPE bigint",
                Application.of("orders", "id", "total", "", ""));
        LiveChange live = prepare(change);
        long begin = System.nanoTime();
        live.expand();
        double rate = rate(rows, System.nanoTime() - begin);
        assertThat(live.database().value("SELECT pg_typeof(total) FROM orders LIMIT 1"))
                .isEqualTo("bigint");
        live.database().drop();
        return rate;
    }

    private static void check(LiveChange live, long rows) {
        assertThat(live.database().value("SELECT count(*) FROM orders WHERE note = 'NEW'"))
                .isEqualTo(String.valueOf(rows));
        live.database().drop();
    }

    private static double rate(long rows, long nanos) {
        return rows / (nanos / 1e9);
    }

    private static LoadCase fill(long rows) {
        return LoadCase.of(
                "fill",
                setup(rows),
                "UPDATE orders SET note = upper(status)",
                Application.of("orders", "id", "total", "", ""));
    }

    private static List<String> setup(long rows) {
        return List.of(
                "CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, total int, status text, note text,"
                        + " address text DEFAULT '221b Baker Street, London NW1 6XE, at the side door')",
                "INSERT INTO orders SELECT g, g % 1000 + 1, g, 'new' FROM generate_series(1, " + rows + ") g",
                "CREATE INDEX ON orders (customer)",
                "CREATE INDEX ON orders (total)");
    }

    private LiveChange prepare(LoadCase change) throws IOException {
        return LiveChange.prepare(change, Files.createTempDirectory(temporary, "folder"), TestDatabase.durable());
    }

    /** How long each unit took. */
    private static final class StepTimes {
        private final List<String> sql = new ArrayList<>();
        private final List<Long> nanos = new ArrayList<>();

        void on(Event event) {
            if (event instanceof Event.UnitStarted started) {
                sql.add(started.sql());
            } else if (event instanceof Event.UnitFinished finished) {
                nanos.add(finished.took().toNanos());
            }
        }

        long nanosOf(String purpose) {
            for (int i = 0; i < sql.size(); i++) {
                if (sql.get(i).startsWith(purpose)) {
                    return nanos.get(i);
                }
            }
            throw new AssertionError("no " + purpose + " among " + sql);
        }
    }
}
