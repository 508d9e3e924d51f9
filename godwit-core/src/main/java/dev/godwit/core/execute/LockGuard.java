package dev.godwit.core.execute;

import dev.godwit.core.db.Session;
import dev.godwit.core.effect.LockMode;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Keeps lock waits of one product within the stall budget. */
public interface LockGuard {
    /**
     * Sets how long the statements that follow may wait for a lock: within {@code policy.maxStall()} where {@code lock} blocks others that
     * queue behind it, else as long as {@code policy.lockWait()}.
     */
    void limit(Session session, LockMode lock, LockPolicy policy);

    /**
     * Watches, from another connection, for {@code session} waiting longer than {@code limit} and ends its statement then, for
     * products whose own timeout is too coarse; the statement then fails with {@code LOCK_TIMEOUT}. Closing ends the watch.
     */
    Watch watch(Session session, Duration limit);

    /** Returns those who would make a strong lock on the objects of {@code statement} wait now; each as one line for people. */
    List<String> blockers(Session session, SqlSource source, Statement statement);

    /** A watch that can be ended. */
    interface Watch extends AutoCloseable {
        /** A watch that watches nothing. */
        Watch NONE = () -> {};

        @Override
        void close();
    }
}
