package dev.godwit.core.db;

import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;

/** Sends a statement of a file to the server by the means that it needs, for example rows by the driver's copy interface. */
@FunctionalInterface
public interface StatementSender {
    /** Sends the statement and waits for its end. */
    void send(Session session, SqlSource source, Statement statement);
}
