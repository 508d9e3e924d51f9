package dev.godwit.mysql;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.execute.LockGuard;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * Ends a statement that waits for a metadata lock longer than it may, from a connection that is opened only when half of that
 * time is over. It looks right before it kills; a lock that is granted between the look and the kill makes the statement fail as if it had
 * waited longer: the server takes it back, and it is tried again.
 */
final class LockWatch implements LockGuard.Watch {
    private static final Pattern WAITING =
            Pattern.compile("Waiting for (.* lock|table flush)", Pattern.CASE_INSENSITIVE);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private final Session watched;
    private final long connectionId;
    private final Duration limit;
    private final long start = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();

    // Guarded by lock.
    private boolean closed;
    private boolean killed;

    private LockWatch(Session watched, Duration limit) {
        this.watched = watched;
        this.connectionId = MysqlConnector.connectionId(watched);
        this.limit = limit;
    }

    static LockWatch start(Session watched, Duration limit) {
        LockWatch watch = new LockWatch(watched, limit);
        Thread.ofVirtual().name("godwit lock watch").start(watch::run);
        return watch;
    }

    private void run() {
        if (awaitClose(limit.dividedBy(2))) {
            return;
        }
        try (Session session = new MysqlConnector().connect(watched.url(), "godwit lock watch")) {
            look(session);
        } catch (DatabaseException e) {
            System.getLogger(LockWatch.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            () -> "lock waits end only at whole seconds: the watch cannot connect: " + e.getMessage());
        }
    }

    private void look(Session session) {
        // What waits at the first look is taken to have waited since the start.
        long since = isWaiting(session) ? start : System.nanoTime();
        Duration pause = limit.dividedBy(20).compareTo(LONGEST_PAUSE) < 0 ? limit.dividedBy(20) : LONGEST_PAUSE;
        while (!awaitClose(pause)) {
            if (!isWaiting(session)) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since >= limit.toNanos() && kill(session)) {
                since = System.nanoTime();
            }
        }
    }

    private boolean isWaiting(Session session) {
        Optional<String> state = session.first(
                "SELECT COALESCE(STATE, '') FROM information_schema.PROCESSLIST WHERE ID = ?",
                row -> row.getString(1),
                connectionId);
        return state.filter(text -> WAITING.matcher(text).matches()).isPresent();
    }

    // Under the lock, so that a watch that is closed never kills a later statement.
    private boolean kill(Session session) {
        lock.lock();
        try {
            if (!closed && isWaiting(session)) {
                killed = true;
                watched.endForLock(true);
                session.execute("KILL QUERY " + connectionId);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitClose(Duration time) {
        lock.lock();
        try {
            long left = Math.max(1, time.toNanos());
            while (!closed && left > 0) {
                left = closing.awaitNanos(left);
            }
            return closed;
        } catch (InterruptedException e) {
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        if (end()) {
            swallow();
        }
    }

    private boolean end() {
        lock.lock();
        try {
            boolean first = !closed;
            closed = true;
            closing.signalAll();
            return first && killed;
        } finally {
            lock.unlock();
        }
    }

    // A kill that came when the statement had just ended would hit the next one.
    private void swallow() {
        try {
            watched.execute("DO 0");
        } catch (DatabaseException e) {
            System.getLogger(LockWatch.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "a late kill was swallowed: " + e.getMessage());
        } finally {
            watched.endForLock(false);
        }
    }
}
