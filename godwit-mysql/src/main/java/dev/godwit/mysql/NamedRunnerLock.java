package dev.godwit.mysql;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.execute.RunnerLock;
import dev.godwit.core.journal.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * GET_LOCK on a connection of its own. Such locks belong to the whole server, so the name is made of database and scope. The owner
 * is told by the attributes of its connection where the performance schema is on, else by the list of processes.
 */
final class NamedRunnerLock implements RunnerLock {
    private static final int LONGEST_NAME = 64;
    // The longest that all platforms take, 24 days.
    private static final int WAIT_TIMEOUT_SECONDS = 2_147_483;
    private static final List<String> ATTRIBUTES =
            List.of("performance_schema.session_connect_attrs", "performance_schema.session_account_connect_attrs");

    private final MysqlConnector connector = new MysqlConnector();

    @Override
    public Attempt tryAcquire(DatabaseUrl url, String scope, Owner self) {
        String name = name(url, scope);
        Session session = connector.connect(url, "godwit runner lock", attributes(self));
        boolean acquired = false;
        try {
            session.execute("SET SESSION wait_timeout = " + WAIT_TIMEOUT_SECONDS);
            acquired = session.first("SELECT COALESCE(GET_LOCK(?, 0), 0)", row -> row.getInt(1), name)
                            .orElse(0)
                    == 1;
            return acquired
                    ? new Attempt.Acquired(new NamedLease(session, name))
                    : new Attempt.Busy(owner(session, name));
        } finally {
            if (!acquired) {
                session.close();
            }
        }
    }

    private static String name(DatabaseUrl url, String scope) {
        String name = "godwit:" + Digest.of(List.of(url.database(), scope));
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static Map<String, String> attributes(Owner self) {
        return Map.of(
                "godwit_host", self.host(),
                "godwit_pid", String.valueOf(self.pid()),
                "godwit_since",
                        self.since()
                                .map(at -> String.valueOf(at.getEpochSecond()))
                                .orElse(""));
    }

    private static Optional<Owner> owner(Session session, String name) {
        Optional<Long> holder = session.first("SELECT COALESCE(IS_USED_LOCK(?), 0)", row -> row.getLong(1), name)
                .filter(id -> id > 0);
        return holder.flatMap(id -> byAttributes(session, id).or(() -> byProcess(session, id)));
    }

    private static Optional<Owner> byAttributes(Session session, long connectionId) {
        for (String table : ATTRIBUTES) {
            Map<String, String> found = attributes(session, table, connectionId);
            String pid = found.getOrDefault("godwit_pid", "");
            if (pid.matches("\\d{1,18}")) {
                return Optional.of(new Owner(
                        found.getOrDefault("godwit_host", "unknown"),
                        Long.parseLong(pid),
                        instant(found.getOrDefault("godwit_since", ""))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(String seconds) {
        return seconds.matches("\\d{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }

    private record Attribute(String name, String value) {}

    private static Map<String, String> attributes(Session session, String table, long connectionId) {
        try {
            return session
                    .query(
                            "SELECT ATTR_NAME, COALESCE(ATTR_VALUE, '') FROM " + table + " WHERE PROCESSLIST_ID = ?",
                            row -> new Attribute(row.getString(1), row.getString(2)),
                            connectionId)
                    .stream()
                    .collect(Collectors.toMap(Attribute::name, Attribute::value, (first, second) -> first));
        } catch (DatabaseException e) {
            System.getLogger(NamedRunnerLock.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "attributes cannot be read: " + e.getMessage());
            return Map.of();
        }
    }

    private static Optional<Owner> byProcess(Session session, long connectionId) {
        return session.first(
                "SELECT HOST, UNIX_TIMESTAMP() - TIME FROM information_schema.PROCESSLIST WHERE ID = ?",
                row -> new Owner(row.getString(1), 0, Optional.of(Instant.ofEpochSecond(row.getLong(2)))),
                connectionId);
    }

    private record NamedLease(Session session, String name) implements Lease {
        @Override
        public boolean isHeld() {
            try {
                return session.first(
                                "SELECT COALESCE(IS_USED_LOCK(?) = CONNECTION_ID(), 0)", row -> row.getInt(1), name)
                        .filter(held -> held == 1)
                        .isPresent();
            } catch (DatabaseException e) {
                return false;
            }
        }

        // The end of the connection releases the lock, but some moments after the client has gone on.
        @Override
        public void close() {
            try {
                session.execute("DO RELEASE_LOCK('" + name + "')");
            } catch (DatabaseException e) {
                System.getLogger(NamedRunnerLock.class.getName())
                        .log(System.Logger.Level.DEBUG, () -> "releasing the lock failed: " + e.getMessage());
            } finally {
                session.close();
            }
        }
    }
}
