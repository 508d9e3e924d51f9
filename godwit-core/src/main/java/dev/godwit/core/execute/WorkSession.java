package dev.godwit.core.execute;

import dev.godwit.core.db.Session;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The session that migrations run on; replaced by a new one when a migration has changed its settings, or when it broke. */
public final class WorkSession implements AutoCloseable {
    private final Supplier<Session> opener;
    private @Nullable Session session;

    /** Makes one that opens its sessions by {@code opener} when they are needed. */
    public WorkSession(Supplier<Session> opener) {
        this.opener = opener;
    }

    /** Returns the present session, opening one where there is none. */
    public Session get() {
        Session current = session;
        if (current == null) {
            current = opener.get();
            session = current;
        }
        return current;
    }

    /** Closes the present session: the next {@link #get} opens a new one. */
    public void discard() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void close() {
        discard();
    }
}
