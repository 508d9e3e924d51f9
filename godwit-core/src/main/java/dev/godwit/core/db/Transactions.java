package dev.godwit.core.db;

import java.sql.Connection;
import java.sql.SQLException;

/** How a connection enters and leaves a transaction; outside of one it is in autocommit. */
public interface Transactions {
    /** As JDBC has it. */
    Transactions JDBC = new Transactions() {
        @Override
        public void begin(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            connection.commit();
            connection.setAutoCommit(true);
        }

        @Override
        public void rollback(Connection connection) throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    };

    /** Starts a transaction. */
    void begin(Connection connection) throws SQLException;

    /** Commits it. */
    void commit(Connection connection) throws SQLException;

    /** Undoes it. */
    void rollback(Connection connection) throws SQLException;
}
