package dev.godwit.it.effects;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Transactions that have read a table each. What waits behind one of them asks for a lock that blocks readers; while it
 * waits, the metadata locks that it has and wants can be seen. Then the way is made free, to see what it wants next.
 */
final class MysqlBlockers implements AutoCloseable {
    // From weakest to strongest, as the manual of the performance schema has them.
    private static final List<String> STRENGTH = List.of(
            "INTENTION_EXCLUSIVE",
            "SHARED",
            "SHARED_HIGH_PRIO",
            "SHARED_READ",
            "SHARED_WRITE",
            "SHARED_WRITE_LOW_PRIO",
            "SHARED_UPGRADABLE",
            "SHARED_READ_ONLY",
            "SHARED_NO_WRITE",
            "SHARED_NO_READ_WRITE",
            "EXCLUSIVE");
    // Every lock is pending for a moment; only these can wait for a reader.
    private static final Set<String> BLOCK_READERS = Set.of("SHARED_NO_READ_WRITE", "EXCLUSIVE");
    private static final List<String> TABLES = List.of("t", "p", "cc", "x1");
    private static final long LOOK_EVERY_NANOS = 1_000_000;
    private static final long LIMIT_NANOS = 60_000_000_000L;
    private static final Executor OWN_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);

    private final MysqlLab lab;
    private final Connection observer;
    private final Connection wall;
    private final Map<String, Connection> readers = new LinkedHashMap<>();

    /**
     * What came of a statement.
     *
     * @param waits whether it waited for a reader
     */
    record Outcome(int error, Map<String, String> locks, boolean waits) {}

    private record Lock(String table, String type, boolean pending) {}

    MysqlBlockers(MysqlLab lab) throws SQLException {
        this.lab = lab;
        this.observer = lab.connect();
        this.wall = lab.connect();
        for (String table : TABLES) {
            Connection reader = lab.connect();
            reader.setAutoCommit(false);
            readers.put(table, reader);
        }
    }

    /** Runs the statement in that session while every table is being read, each until the statement waits for it. */
    Outcome run(Connection connection, String statement) throws SQLException {
        String session =
                MysqlLab.rows(connection, "SELECT connection_id()").getFirst().getFirst();
        List<String> held = read();
        int readers = held.size();
        CompletableFuture<Integer> result =
                CompletableFuture.supplyAsync(() -> error(connection, statement), OWN_THREAD);
        Map<String, String> locks = new TreeMap<>();
        try {
            watch(session, result, locks, held);
            return new Outcome(result.join(), locks, held.size() < readers);
        } finally {
            release(held);
        }
    }

    /**
     * Runs the statement behind a lock that keeps all others out, and returns the lock that it asks for first: one that is granted at once and
     * held for an instant would be seen by luck only. For statements that change nothing, and so can be run once more.
     */
    Map<String, String> firstLocks(Connection connection, String statement) throws SQLException {
        String session =
                MysqlLab.rows(connection, "SELECT connection_id()").getFirst().getFirst();
        List<String> there = existing();
        MysqlLab.execute(
                wall,
                there.stream().map(table -> table + " WRITE").collect(Collectors.joining(", ", "LOCK TABLES ", "")));
        CompletableFuture<Integer> result =
                CompletableFuture.supplyAsync(() -> error(connection, statement), OWN_THREAD);
        Map<String, String> locks = new TreeMap<>();
        try {
            long start = System.nanoTime();
            while (!result.isDone() && locks.isEmpty()) {
                locks(session).stream()
                        .filter(Lock::pending)
                        .forEach(lock -> locks.merge(lock.table(), lock.type(), MysqlBlockers::stronger));
                if (System.nanoTime() - start > LIMIT_NANOS) {
                    throw new AssertionError("asks for no lock and does not end: " + statement);
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        } finally {
            MysqlLab.execute(wall, "UNLOCK TABLES");
        }
        result.join();
        return locks;
    }

    private void watch(String session, CompletableFuture<Integer> result, Map<String, String> locks, List<String> held)
            throws SQLException {
        long start = System.nanoTime();
        while (!result.isDone()) {
            List<Lock> seen = locks(session);
            for (Lock lock : seen) {
                locks.merge(lock.table(), lock.type(), MysqlBlockers::stronger);
            }
            for (Lock lock : seen) {
                if (lock.pending() && BLOCK_READERS.contains(lock.type()) && held.remove(lock.table())) {
                    reader(lock.table()).rollback();
                }
            }
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError("still waits behind " + held + ": " + seen);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private Connection reader(String table) {
        Connection reader = readers.get(table);
        if (reader == null) {
            throw new IllegalArgumentException("nobody reads " + table);
        }
        return reader;
    }

    private static String stronger(String one, String other) {
        return STRENGTH.indexOf(one) >= STRENGTH.indexOf(other) ? one : other;
    }

    private List<String> existing() throws SQLException {
        List<String> there = MysqlLab.rows(
                        observer,
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = database() AND"
                                + " table_type = 'BASE TABLE'")
                .stream()
                .map(List::getFirst)
                .toList();
        return TABLES.stream().filter(there::contains).toList();
    }

    private List<String> read() throws SQLException {
        List<String> held = new ArrayList<>(existing());
        for (String table : held) {
            MysqlLab.rows(reader(table), "SELECT 1 FROM " + table + " LIMIT 1");
        }
        return held;
    }

    private void release(List<String> held) throws SQLException {
        for (String table : held) {
            reader(table).rollback();
        }
    }

    private List<Lock> locks(String session) throws SQLException {
        return MysqlLab.rows(
                        observer,
                        "SELECT l.OBJECT_NAME, l.LOCK_TYPE, l.LOCK_STATUS FROM performance_schema.metadata_locks l"
                                + " JOIN performance_schema.threads h ON h.THREAD_ID = l.OWNER_THREAD_ID"
                                + " WHERE l.OBJECT_TYPE = 'TABLE' AND l.OBJECT_SCHEMA = '" + lab.database()
                                + "' AND l.OBJECT_NAME NOT LIKE '#%' AND l.OBJECT_NAME NOT LIKE 'fts\\_%' AND"
                                + " h.PROCESSLIST_ID = "
                                + session)
                .stream()
                .map(row -> new Lock(
                        row.getFirst().toLowerCase(Locale.ROOT),
                        row.get(1),
                        row.get(2).equals("PENDING")))
                .toList();
    }

    private static int error(Connection connection, String statement) {
        try {
            MysqlLab.execute(connection, statement);
            return 0;
        } catch (SQLException e) {
            return e.getErrorCode();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection reader : readers.values()) {
            reader.close();
        }
        wall.close();
        observer.close();
    }
}
