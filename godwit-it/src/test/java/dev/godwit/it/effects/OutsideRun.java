package dev.godwit.it.effects;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a statement that the server refuses within a transaction. It is made to wait before each lock and at each point at which it
 * waits for others by itself, and its locks are read while it waits; what it holds at its end is read by an event trigger.
 */
final class OutsideRun {
    private static final long LOOK_EVERY_NANOS = 1_000_000;
    private static final long LIMIT_NANOS = 60_000_000_000L;

    // Each lock that DDL takes conflicts with SHARE UPDATE EXCLUSIVE, so that its request shows. There is a prepared
    // transaction for each relation, since they are released one by one; it needs no session.
    private static final String TABLES = """
            SELECT c.oid, c.oid::regclass::text, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'probe') AND c.relkind IN ('r', 'p', 'm', 'i', 'I')""";
    private static final String PROBE = """
            CREATE SCHEMA probe;
            CREATE TABLE probe.locks (relation oid, mode text);
            CREATE TABLE probe.marker (x int);
            INSERT INTO probe.marker VALUES (1);
            CREATE FUNCTION probe.look() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO probe.locks SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = pg_backend_pid()
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
            END $$;
            CREATE EVENT TRIGGER probe_end ON ddl_command_end EXECUTE FUNCTION probe.look();
            CREATE EVENT TRIGGER probe_drop ON sql_drop EXECUTE FUNCTION probe.look();""";
    private static final String WAITS_FOR = """
            SELECT locktype, coalesce(relation, 0) FROM pg_locks WHERE pid = ? AND NOT granted""";
    private static final String MARKER_SEEN =
            "SELECT pg_stat_get_numscans('probe.marker'::regclass) > 0 FROM (SELECT pg_stat_clear_snapshot()) AS cleared";

    private final Supplier<Session> connections;
    private final Locks locks = new Locks();
    private final Set<Long> held = new TreeSet<>();

    OutsideRun(Supplier<Session> connections) {
        this.connections = connections;
    }

    Observation observe(String statement) {
        try (Session observer = connections.get();
                Session writer = connections.get()) {
            observer.execute(PROBE);
            Relations before = Relations.before(observer);
            hold(observer, writer);
            @Nullable DatabaseException refusal = run(statement, observer, writer);
            release(observer);
            if (refusal != null) {
                return Observation.refused(true, PostgresBench.refusal(refusal));
            }
            observer.query("SELECT relation, mode FROM probe.locks", row -> locks.add(row.getLong(1), row.getString(2)));
            return Observation.accepted(true, locks.on(before), before.workUntil(Relations.after(observer)));
        }
    }

    private void hold(Session observer, Session writer) {
        StringBuilder strong = new StringBuilder();
        StringBuilder weak = new StringBuilder();
        observer.query(TABLES, row -> {
            long number = row.getLong(1);
            String table = row.getString(2);
            String kind = row.getString(3);
            strong.append("BEGIN;")
                    .append(locking(kind, table))
                    .append("; PREPARE TRANSACTION '").append(number).append("';\n");
            if (kind.equals("r") || kind.equals("p")) {
                weak.append("LOCK TABLE ONLY ").append(table).append(" IN ROW EXCLUSIVE MODE;\n");
            }
            return held.add(number);
        });
        observer.execute(strong.toString());
        // What works CONCURRENTLY waits for whoever may write at the time, without asking for a lock.
        writer.begin();
        writer.execute(weak.toString());
    }

    // LOCK TABLE knows neither materialized views nor indexes; others take the same lock.
    private static String locking(String kind, String relation) {
        return switch (kind) {
            case "m" -> "ANALYZE " + relation;
            case "i", "I" -> "COMMENT ON INDEX " + relation + " IS 'held'";
            default -> "LOCK TABLE ONLY " + relation + " IN SHARE UPDATE EXCLUSIVE MODE";
        };
    }

    private @Nullable DatabaseException run(String statement, Session observer, Session writer) {
        try (Session session = connections.get()) {
            int pid = PostgresBench.pid(session);
            CompletableFuture<@Nullable DatabaseException> end =
                    CompletableFuture.supplyAsync(() -> execute(session, statement));
            long start = System.nanoTime();
            boolean writing = true;
            while (!end.isDone()) {
                if (System.nanoTime() - start > LIMIT_NANOS) {
                    session.cancel();
                    throw new AssertionError("waited a minute for " + statement);
                }
                Waiting waiting = waiting(observer, pid);
                switch (waiting.kind()) {
                    case NO -> LockSupport.parkNanos(LOOK_EVERY_NANOS);
                    case FOR_TABLE -> {
                        locks.look(observer, pid);
                        if (!release(observer, waiting.table()) && writing) {
                            writer.rollback(new AssertionError());
                            writing = false;
                        }
                    }
                    case FOR_WRITER -> {
                        locks.look(observer, pid);
                        if (writing) {
                            writer.rollback(new AssertionError());
                            writing = false;
                        }
                    }
                }
            }
            DatabaseException refusal = end.join();
            if (writing) {
                writer.rollback(new AssertionError());
            }
            awaitCounters(session, observer);
            return refusal;
        }
    }

    private static @Nullable DatabaseException execute(Session session, String statement) {
        try {
            session.execute(statement);
            return null;
        } catch (DatabaseException e) {
            return e;
        }
    }

    private enum Kind {
        NO,
        FOR_TABLE,
        FOR_WRITER
    }

    private record Waiting(Kind kind, long table) {}

    private static Waiting waiting(Session observer, int pid) {
        return observer.first(
                        WAITS_FOR,
                        row -> row.getString(1).equals("relation")
                                ? new Waiting(Kind.FOR_TABLE, row.getLong(2))
                                : new Waiting(Kind.FOR_WRITER, 0),
                        pid)
                .orElse(new Waiting(Kind.NO, 0));
    }

    private boolean release(Session observer, long table) {
        boolean ours = held.remove(table);
        if (ours) {
            observer.execute("ROLLBACK PREPARED '" + table + "'");
        }
        return ours;
    }

    private void release(Session observer) {
        for (long table : Set.copyOf(held)) {
            release(observer, table);
        }
    }

    // Counters reach others in their own time (manual, 27.2.2): what the same session counted last tells that all before it has arrived.
    private static void awaitCounters(Session session, Session observer) {
        session.execute("SELECT * FROM probe.marker");
        session.close();
        long start = System.nanoTime();
        while (!Objects.requireNonNull(
                observer.first(MARKER_SEEN, row -> row.getBoolean(1)).orElseThrow())) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError("waited a minute for the counters");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
