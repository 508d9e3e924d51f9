package dev.godwit.sqlite;

import dev.godwit.core.db.Session;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.execute.LockGuard;
import dev.godwit.core.execute.LockPolicy;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteConnection;

/** SQLite's own timeout is precise, so nothing needs to be watched. */
final class SqliteLockGuard implements LockGuard {
    // A writer that waits for readers when it commits holds the PENDING lock, which keeps new readers out
    // (lockingv3.html, 5.1).
    @Override
    public void limit(Session session, LockMode lock, LockPolicy policy) {
        Duration wait = lock.compareTo(LockMode.BLOCKS_WRITES) >= 0 ? policy.maxStall() : policy.lockWait();
        int millis = Math.clamp(wait.toMillis(), 1, Integer.MAX_VALUE);
        session.with(connection -> {
            connection.unwrap(SQLiteConnection.class).setBusyTimeout(millis);
            return millis;
        });
    }

    @Override
    public Watch watch(Session session, Duration limit) {
        return Watch.NONE;
    }

    @Override
    public List<String> blockers(Session session, SqlSource source, Statement statement) {
        return List.of();
    }
}
