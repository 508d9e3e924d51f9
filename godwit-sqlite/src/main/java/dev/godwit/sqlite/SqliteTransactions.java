package dev.godwit.sqlite;

import dev.godwit.core.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Transactions by SQL rather than by the driver, whose {@code commit()} starts the next transaction at once: another writer in
 * between would make a commit that took effect look like one that failed. IMMEDIATE, so that the wait for other writers
 * comes before the work instead of in its midst, where it cannot be retried.
 */
final class SqliteTransactions implements Transactions {
    @Override
    public void begin(Connection connection) throws SQLException {
        run(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        run(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        run(connection, "ROLLBACK");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
