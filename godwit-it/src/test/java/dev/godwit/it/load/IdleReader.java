package dev.godwit.it.load;

import dev.godwit.core.db.Session;
import dev.godwit.it.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Someone who reads a table and then does nothing for a while, in an open transaction that holds its lock. */
final class IdleReader implements AutoCloseable {
    private final Session session;
    private final Thread thread;
    private final CountDownLatch gone = new CountDownLatch(1);
    private final long begin = System.nanoTime();
    private final Duration stay;
    private volatile long left;

    private IdleReader(Session session, Duration stay) {
        this.session = session;
        this.stay = stay;
        this.thread = new Thread(this::leave, "idle-reader");
        thread.setDaemon(true);
    }

    /** Reads the table and stays for that long. */
    static IdleReader on(TestDatabase database, String table, Duration stay) {
        Session session = database.connect();
        session.begin();
        session.execute("SELECT count(*) FROM (SELECT FROM " + table + " LIMIT 1) one");
        IdleReader reader = new IdleReader(session, stay);
        reader.thread.start();
        return reader;
    }

    private void leave() {
        try {
            gone.await(stay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        left = System.nanoTime();
        session.commit();
    }

    /** Tells whether it has stayed as long as it should and has gone. */
    boolean wasThere() {
        return left - begin >= stay.toNanos();
    }

    @Override
    public void close() {
        gone.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }
}
