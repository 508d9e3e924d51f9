package dev.godwit.core.execute;

import dev.godwit.core.db.DatabaseUrl;
import java.time.Instant;
import java.util.Optional;

/** Lets one runner at a time work on a database. Held on its own connection or file, so that it is gone with its process. */
public interface RunnerLock {
    /** Tries once to take the lock named {@code scope}, without waiting. */
    Attempt tryAcquire(DatabaseUrl url, String scope, Owner self);

    /** Who holds the lock, as far as is known; {@code pid} is 0 where it is not. */
    record Owner(String host, long pid, Optional<Instant> since) {
        @Override
        public String toString() {
            return host
                    + (pid > 0 ? ", process " + pid : "")
                    + since.map(at -> ", since " + at).orElse("");
        }
    }

    /** What came of a try. */
    sealed interface Attempt {
        /** The lock is ours until {@code lease} is closed. */
        record Acquired(Lease lease) implements Attempt {}

        /** Someone else has it. */
        record Busy(Optional<Owner> owner) implements Attempt {}
    }

    /** The lock while it is held. */
    interface Lease extends AutoCloseable {
        /** Tells whether it is still ours; looks at the server. */
        boolean isHeld();

        @Override
        void close();
    }
}
