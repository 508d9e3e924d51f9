package dev.godwit.core.backfill;

import dev.godwit.core.db.Session;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;

/** Cuts an UPDATE or DELETE of one table into ranges of its rows, as one product can. */
public interface RowRanges {
    /** Returns the end of the last range: positions count from 0 in units of the product's own, such as blocks. */
    long end(Session session, SqlSource source, Statement.Dml statement);

    /** Runs the statement for the rows from {@code from} up to but not including {@code to}, within the caller's transaction. */
    void run(Session session, SqlSource source, Statement.Dml statement, long from, long to);
}
