package dev.godwit.cli.demo;

import dev.godwit.cli.config.Durations;
import dev.godwit.cli.output.Outcome.Demonstrated.Load;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Engine;
import dev.godwit.sql.GodwitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An application that goes on reading and writing. Its load is open: requests come at their times whether the earlier ones are
 * answered or not, and each is measured from when it was due, so that a wait counts for all who stand in line.
 */
final class LiveClient implements AutoCloseable {
    static final int REQUESTS_A_SECOND = 200;
    static final int CONNECTIONS = 4;
    private static final long PERIOD_NANOS = 1_000_000_000L / REQUESTS_A_SECOND;
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final long END_WAIT_MILLIS = 10_000;

    private final Latencies latencies = new Latencies();
    private final AtomicLong nextRequest = new AtomicLong();
    private final InFlight inFlight;
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<@Nullable String> firstFailure = new AtomicReference<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final long start;
    private volatile boolean ended;

    private LiveClient(long start) {
        this.start = start;
        this.inFlight = new InFlight(CONNECTIONS, start);
    }

    /** Opens the connections and begins. */
    static LiveClient start(Engine engine, DatabaseUrl url) {
        var client = new LiveClient(System.nanoTime());
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                client.sessions.add(engine.connector().connect(url, "godwit demo application"));
            }
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            int connection = i;
            Thread thread = new Thread(() -> client.work(connection), "godwit-demo-application");
            thread.setDaemon(true);
            client.threads.add(thread);
        }
        long first = (System.nanoTime() - client.start) / PERIOD_NANOS + 1;
        client.nextRequest.set(first);
        client.threads.forEach(Thread::start);
        return client;
    }

    private void work(int connection) {
        while (!ended) {
            long number = nextRequest.getAndIncrement();
            long due = start + number * PERIOD_NANOS;
            inFlight.next(connection, due);
            waitUntil(due);
            if (ended) {
                return;
            }
            send(sessions.get(connection), number);
            latencies.answered(due);
        }
    }

    private static void waitUntil(long due) {
        for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    private void send(Session session, long number) {
        try {
            ShopRequest.of(number).send(session);
        } catch (GodwitException e) {
            failed.incrementAndGet();
            firstFailure.compareAndSet(null, e.getMessage());
        }
    }

    static String introduction(Duration quiet) {
        return "An application reads and writes: " + REQUESTS_A_SECOND + " requests a second on " + CONNECTIONS
                + " connections; longest wait " + Durations.show(quiet) + ".";
    }

    /** Returns when it began. */
    long begin() {
        return start;
    }

    Latencies latencies() {
        return latencies;
    }

    /** Waits until every request that is due by now is answered. */
    void settle() {
        inFlight.settle(SETTLE);
    }

    /** Returns what it met between two times of {@link System#nanoTime}, and all that failed so far. */
    Load load(long from, long to) {
        Latencies.Window window = latencies.between(from, to);
        return new Load(
                window.count(),
                failed.get(),
                window.longest(),
                window.within(0.99),
                Optional.ofNullable(firstFailure.get()));
    }

    /** Ends the load, waits for what is under way, and closes the connections. */
    @Override
    public void close() {
        ended = true;
        try {
            for (Thread thread : threads) {
                thread.join(END_WAIT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sessions.forEach(Session::close);
    }
}
