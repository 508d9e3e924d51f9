package dev.godwit.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.demo.Latencies;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long applications wait while a table of two million rows is changed: by the statement itself, and by Godwit with a stall budget of 100 ms. Each
 * request is measured from when it was due. {@code -Dgodwit.benchmark.rows} and {@code -Dgodwit.benchmark.case} choose others.
 */
final class StallBenchmark {
    private static final long ROWS = Long.getLong("godwit.benchmark.rows", 2_000_000);
    private static final String ONLY = System.getProperty("godwit.benchmark.case", "");
    private static final int REQUESTS_A_SECOND = 400;
    private static final int READER_SECONDS = 20;

    @TempDir
    Path temporary;

    @Test
    void comparesWaits() throws SQLException, IOException {
        System.out.printf(
                Locale.ROOT,
                "%nPostgreSQL 18, %,d rows, %d requests a second on 8 connections, stall budget %d ms%n%-46s %-9s %9s %11s %11s %9s %7s %6s%n",
                ROWS,
                REQUESTS_A_SECOND,
                LiveChange.STALL.toMillis(),
                "change",
                "",
                "s",
                "longest ms",
                "99.9 % ms",
                "requests",
                "failed",
                "stale");
        int compared = 0;
        for (LoadCase change : LoadCases.all(ROWS).toList()) {
            if (ONLY.isEmpty() || change.name().equals(ONLY)) {
                directly(change);
                byGodwit(change);
                compared++;
            }
        }
        assertThat(compared).as("changes of the name that was asked for").isPositive();
    }

    @Test
    void waitsNotBehindAReader() throws SQLException, IOException {
        LoadCase change = LoadCases.named("SET NOT NULL", ROWS);
        LiveChange live = prepare(change);
        System.out.printf(
                "%nThe same with a reader that stays in its transaction on the table for %d s%n", READER_SECONDS);
        try (LoadClient client = start(live, change);
                IdleReader reader = IdleReader.on(live.database(), "orders", Duration.ofSeconds(READER_SECONDS))) {
            long begin = System.nanoTime();
            live.expand();
            long end = System.nanoTime();
            client.settle(200);
            print(change.name(), "Godwit", client, begin, end);
            assertThat(reader.wasThere()).isTrue();
        }
        live.database().drop();
    }

    private void directly(LoadCase change) throws SQLException, IOException {
        LiveChange live = prepare(change);
        String note = "";
        try (LoadClient client = start(live, change)) {
            long begin = System.nanoTime();
            try {
                live.directly();
            } catch (DatabaseException e) {
                note = "  refused: " + e.getMessage();
            }
            long end = System.nanoTime();
            client.settle(200);
            print(change.name(), "directly", client, begin, end);
        }
        if (!note.isEmpty()) {
            System.out.println(note);
        }
        live.database().drop();
    }

    private void byGodwit(LoadCase change) throws SQLException, IOException {
        LiveChange live = prepare(change);
        try (LoadClient client = start(live, change)) {
            long begin = System.nanoTime();
            live.expand();
            long end = System.nanoTime();
            client.run(change.oldApplication(), change.newApplication());
            client.settle(500);
            print("", "EXPAND", client, begin, end);
            client.run(change.newApplication());
            client.settle(0);
            begin = System.nanoTime();
            live.contract();
            end = System.nanoTime();
            client.settle(200);
            print("", "CONTRACT", client, begin, end);
            List<String> wrong = new ArrayList<>(client.audit(change.newApplication()));
            wrong.addAll(client.failures().wrong());
            wrong.addAll(client.failures().failed());
            wrong.forEach(line -> System.out.println("  WRONG: " + line));
        }
        live.database().drop();
    }

    private LiveChange prepare(LoadCase change) throws IOException {
        return LiveChange.prepare(change, Files.createTempDirectory(temporary, "folder"), TestDatabase.durable());
    }

    private static LoadClient start(LiveChange live, LoadCase change) throws SQLException {
        LoadClient client = LoadClient.start(live.database(), ROWS, REQUESTS_A_SECOND, change.oldApplication());
        client.settle(1000);
        return client;
    }

    // Requests that came shortly before the change may still wait for it.
    private static void print(String name, String how, LoadClient client, long begin, long end) {
        long from = begin - Duration.ofMillis(20).toNanos();
        Latencies.Window waits = client.latencies().between(from, end);
        System.out.printf(
                Locale.ROOT,
                "%-46s %-9s %9.2f %11.1f %11.1f %9d %7d %6d%n",
                name,
                how,
                (end - begin) / 1e9,
                waits.longest().toNanos() / 1e6,
                waits.within(0.999).toNanos() / 1e6,
                waits.count(),
                client.failures().count(),
                client.failures().stalePlans());
    }
}
