package dev.godwit.postgres;

import dev.godwit.core.db.Connector;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.execute.RunnerLock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session-level advisory lock (manual, 13.3.5) on a connection of its own in autocommit: an idle session holds no snapshot, so CREATE
 * INDEX CONCURRENTLY never waits for it. The owner stands in the connection's application name, which every user may read.
 */
final class PostgresRunnerLock implements RunnerLock {
    private static final Pattern NAME = Pattern.compile("godwit runner (\\d+)@(.*)");

    private final Connector connector;

    PostgresRunnerLock(Connector connector) {
        this.connector = connector;
    }

    @Override
    public Attempt tryAcquire(DatabaseUrl url, String scope, Owner self) {
        Session session = connector.connect(url, "godwit runner " + self.pid() + "@" + self.host());
        try {
            long key = key(scope);
            boolean ours = session.first("SELECT pg_try_advisory_lock(?)", row -> row.getBoolean(1), key)
                    .orElse(false);
            if (ours) {
                return new Attempt.Acquired(new Held(session));
            }
            Optional<Owner> owner = owner(session, key);
            session.close();
            return new Attempt.Busy(owner);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static Optional<Owner> owner(Session session, long key) {
        return session.first(
                """
                SELECT a.application_name, extract(epoch FROM a.backend_start)::bigint
                FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.granted
                  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND l.classid::bigint = ? AND l.objid::bigint = ? AND l.objsubid = 1""", row -> parse(String.valueOf(row.getString(1)), row.getLong(2)), key >>> 32, key & 0xFFFF_FFFFL);
    }

    private static Owner parse(String name, long since) {
        Matcher matcher = NAME.matcher(name);
        Optional<Instant> start = since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(since));
        return matcher.matches()
                ? new Owner(matcher.group(2), Long.parseLong(matcher.group(1)), start)
                : new Owner(name, 0, start);
    }

    private static long key(String scope) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("godwit:" + scope).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The lock lives as long as its session. */
    private record Held(Session session) implements Lease {
        @Override
        public boolean isHeld() {
            return session.isAlive();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
