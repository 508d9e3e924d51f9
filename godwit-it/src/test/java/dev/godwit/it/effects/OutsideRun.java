package dev.godwit.it.effects;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import java.util.Optional;
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
    private static final String READER = "reader of ";
    private static final long LOOK_EVERY_NANOS = 1_000_000;
    private static final long LIMIT_NANOS = 60_000_000_000L;

    // The statement must ask for each lock in the sight of the observer. So everything is held by prepared
    // transactions, which
    // need no session and are released one by one: each relation in SHARE UPDATE EXCLUSIVE mode, which stops every lock
    // that DDL
    // takes, and each table with its indexes in ACCESS SHARE mode, which stops an ACCESS EXCLUSIVE that follows a
    // weaker lock.
    private static final String RELATIONS = """
        SELECT c.oid, c.oid::regclass::text, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'probe')
            AND c.relkind IN ('r', 'p', 'm', 'i', 'I')\
        """;
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
        CREATE EVENT TRIGGER probe_drop ON sql_drop EXECUTE FUNCTION probe.look();\
        """;
    private static final String WAITS_FOR = """
        SELECT locktype, coalesce(relation, 0), coalesce((SELECT indrelid FROM pg_index WHERE indexrelid = relation), relation, 0)
        FROM pg_locks WHERE pid = ? AND NOT granted\
        """;
    private static final String MARKER_SEEN =
            "SELECT pg_stat_get_numscans('probe.marker'::regclass) > 0 FROM (SELECT pg_stat_clear_snapshot()) AS"
                    + " cleared";

    private final Supplier<Session> connections;
    private final Locks locks = new Locks();
    private final Set<String> held = new TreeSet<>();
    private boolean writing;

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
            observer.query(
                    "SELECT relation, mode FROM probe.locks", row -> locks.add(row.getLong(1), row.getString(2)));
            return Observation.accepted(true, locks.on(before), before.workUntil(Relations.after(observer)));
        }
    }

    private void hold(Session observer, Session writer) {
        StringBuilder strong = new StringBuilder();
        StringBuilder weak = new StringBuilder();
        observer.query(RELATIONS, row -> {
            String number = row.getString(1);
            String relation = row.getString(2);
            char kind = row.getString(3).charAt(0);
            strong.append(prepared(number, locking(kind, relation)));
            if (kind == 'r' || kind == 'p' || kind == 'm') {
                strong.append(prepared(READER + number, "EXPLAIN SELECT FROM ONLY " + relation));
            }
            if (kind == 'r' || kind == 'p') {
                weak.append("LOCK TABLE ONLY ").append(relation).append(" IN ROW EXCLUSIVE MODE;\n");
            }
            return "";
        });
        observer.execute(strong.toString());
        // What works CONCURRENTLY waits for whoever may write at the time, without asking for a lock.
        writer.begin();
        writer.execute(weak.toString());
        writing = true;
    }

    private String prepared(String name, String work) {
        held.add(name);
        return "BEGIN;" + work + "; PREPARE TRANSACTION '" + name + "';\n";
    }

    // LOCK TABLE knows neither materialized views nor indexes; others take the same lock.
    private static String locking(char kind, String relation) {
        return switch (kind) {
            case 'm' -> "ANALYZE " + relation;
            case 'i', 'I' -> "COMMENT ON INDEX " + relation + " IS 'held'";
            default -> "LOCK TABLE ONLY " + relation + " IN SHARE UPDATE EXCLUSIVE MODE";
        };
    }

    private @Nullable DatabaseException run(String statement, Session observer, Session writer) {
        try (Session session = connections.get()) {
            int pid = PostgresBench.pid(session);
            CompletableFuture<@Nullable DatabaseException> end =
                    CompletableFuture.supplyAsync(() -> execute(session, statement));
            long start = System.nanoTime();
            while (!end.isDone()) {
                if (System.nanoTime() - start > LIMIT_NANOS) {
                    session.cancel();
                    throw new AssertionError("waited a minute for " + statement);
                }
                Optional<Wait> wait = observer.first(
                        WAITS_FOR, row -> new Wait(row.getString(1), row.getString(2), row.getString(3)), pid);
                if (wait.isPresent()) {
                    locks.look(observer, pid);
                    letGo(wait.get(), observer, writer);
                } else {
                    LockSupport.parkNanos(LOOK_EVERY_NANOS);
                }
            }
            DatabaseException refusal = end.join();
            stopWriting(writer);
            awaitCounters(session, observer);
            return refusal;
        }
    }

    /** What the statement waits for: a lock on a relation, or the end of somebody's transaction. */
    private record Wait(String kind, String relation, String table) {}

    private void letGo(Wait wait, Session observer, Session writer) {
        if (wait.kind().equals("relation")
                && (release(observer, wait.relation())
                        || (writing && isTable(wait) && stopWriting(writer))
                        || release(observer, READER + wait.table()))) {
            return;
        }
        if (!stopWriting(writer)) {
            Set.copyOf(held).stream().filter(name -> name.startsWith(READER)).forEach(name -> release(observer, name));
        }
    }

    private static boolean isTable(Wait wait) {
        return wait.relation().equals(wait.table());
    }

    private boolean stopWriting(Session writer) {
        boolean wrote = writing;
        if (wrote) {
            writer.rollback(new AssertionError());
            writing = false;
        }
        return wrote;
    }

    private static @Nullable DatabaseException execute(Session session, String statement) {
        try {
            session.execute(statement);
            return null;
        } catch (DatabaseException e) {
            return e;
        }
    }

    private boolean release(Session observer, String name) {
        boolean ours = held.remove(name);
        if (ours) {
            observer.execute("ROLLBACK PREPARED '" + name + "'");
        }
        return ours;
    }

    private void release(Session observer) {
        Set.copyOf(held).forEach(name -> release(observer, name));
    }

    // Counters reach others in their own time (manual, 27.2.2): what the same session counted last tells that all
    // before it has arrived.
    private static void awaitCounters(Session session, Session observer) {
        session.execute("SELECT * FROM probe.marker");
        session.close();
        long start = System.nanoTime();
        while (!observer.first(MARKER_SEEN, row -> row.getBoolean(1)).orElseThrow()) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError("waited a minute for the counters");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
