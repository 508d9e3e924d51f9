package dev.godwit.core.journal;

import dev.godwit.core.db.Session;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;

/**
 * Tells whether a statement that cannot share a transaction with the journal has taken effect: the definitions of all objects that it
 * names are digested before it and again after a crash. Equal digests prove that it did nothing yet (or had nothing to do), so that
 * it may be run again; different ones prove that it is done, since one statement is atomic.
 */
public interface ObjectFingerprint {
    /** Digests the present definitions of the objects that {@code statement} names. */
    String of(Session session, SqlSource source, Statement statement);

    /**
     * Removes what an interrupted or failed statement left behind and that stands in the way of another try, for example an
     * invalid index. Does nothing where there is nothing.
     */
    void clean(Session session, SqlSource source, Statement statement);

    /** Says how far equal and different digests prove anything for this statement. */
    Proof proof(Statement statement, Session session, SqlSource source);

    /** What the digests prove after a crash. */
    enum Proof {
        /** Equal: not done. Different: done. */
        BY_DIGEST,
        /** To run it twice is the same as to run it once. */
        REPEATABLE,
        /** Its effects are data that no digest shows, or it may have been half done: only a human can tell. */
        NONE
    }
}
