package dev.godwit.core.execute;

import dev.godwit.core.db.Session;
import java.time.Duration;

/** What the history says of a migration as it is run. */
public interface Completion {
    /** Called in autocommit before a migration that is not one transaction. */
    void started(Session session);

    /** Called in autocommit when such a migration failed and was left half done. */
    void failed(Session session, Duration took);

    /** Called in autocommit when such a migration failed and nothing of it was left: takes {@link #started} back. */
    void withdrawn(Session session);

    /** Records the end, within the transaction of the last unit or in one of its own. */
    void record(Session session, Duration took);

    /** Tells whether the end is recorded. */
    boolean isRecorded(Session session);
}
