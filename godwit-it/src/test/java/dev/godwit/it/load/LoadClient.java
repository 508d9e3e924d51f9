package dev.godwit.it.load;

import dev.godwit.cli.demo.InFlight;
import dev.godwit.cli.demo.Latencies;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.it.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Applications under an open load: requests come at their times whether the earlier ones are answered or not, and each is measured from when it was
 * due, so that a wait counts for all who stand in line.
 */
final class LoadClient implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final Duration SETTLE = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final Ledger ledger;
    private final Failures failures = new Failures();
    private final Latencies latencies = new Latencies();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final InFlight inFlight;
    private final long period;
    private final long start;
    private volatile List<Application> applications;
    private volatile boolean ended;

    private LoadClient(TestDatabase database, long rows, int requestsASecond, Application first) {
        this.database = database;
        this.ledger = new Ledger(rows);
        this.period = TimeUnit.SECONDS.toNanos(CONNECTIONS) / requestsASecond;
        this.applications = List.of(first);
        this.start = System.nanoTime();
        this.inFlight = new InFlight(CONNECTIONS, start);
    }

    /**
     * Opens the connections and begins.
     *
     * @param rows how many there are, numbered from 1
     */
    static LoadClient start(TestDatabase database, long rows, int requestsASecond, Application first)
            throws SQLException {
        LoadClient client = new LoadClient(database, rows, requestsASecond, first);
        for (int i = 0; i < CONNECTIONS; i++) {
            client.workers.add(new Worker(connect(database), client.ledger, client.failures, i, CONNECTIONS));
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            int own = i;
            Thread thread = new Thread(() -> client.work(own), "application-" + i);
            thread.setDaemon(true);
            client.threads.add(thread);
            thread.start();
        }
        return client;
    }

    // Prepared on the server from the first time on, as in an application that has been running for long.
    private static Connection connect(TestDatabase database) throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(database.url());
        Properties properties = new Properties();
        properties.setProperty("user", url.user().orElseThrow());
        properties.setProperty("password", url.password().orElseThrow());
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("stringtype", "unspecified");
        return DriverManager.getConnection(database.jdbcUrl(), properties);
    }

    private void work(int own) {
        Worker worker = workers.get(own);
        for (long number = 0; !ended; number++) {
            long due = start + number * period + period / CONNECTIONS * own;
            inFlight.next(own, due);
            for (long rest = due - System.nanoTime(); rest > 0 && !ended; rest = due - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            if (ended) {
                return;
            }
            List<Application> running = applications;
            worker.send(number, running.get((int) (number / Worker.KINDS % running.size())));
            latencies.answered(due);
        }
    }

    /** From now on these run. */
    void run(Application... running) {
        applications = List.of(running);
    }

    /** Goes on for a while, and until everything that was due by now is answered. */
    void settle(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        if (!inFlight.settle(SETTLE)) {
            throw new AssertionError("a request is not answered within " + SETTLE + ": " + failures.failed());
        }
    }

    Failures failures() {
        return failures;
    }

    Latencies latencies() {
        return latencies;
    }

    /** Ends the load, and tells how the database differs from what was promised, as that application sees it. */
    List<String> audit(Application application) throws SQLException {
        close();
        Map<Long, String> stored = new HashMap<>();
        try (Connection connection = connect(database);
                ResultSet rows = connection.createStatement().executeQuery(application.rows())) {
            while (rows.next()) {
                stored.put(rows.getLong(1), String.valueOf(rows.getString(2)));
            }
        }
        return ledger.differences(stored);
    }

    @Override
    public void close() throws SQLException {
        ended = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Worker worker : workers) {
            worker.close();
        }
    }
}
