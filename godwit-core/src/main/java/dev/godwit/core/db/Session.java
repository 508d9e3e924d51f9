package dev.godwit.core.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection, in autocommit until {@link #begin}. Every {@link SQLException} leaves it as a {@link DatabaseException}
 * without secrets. Not thread-safe but for {@link #cancel}.
 */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final ErrorReader errors;
    private final DatabaseUrl url;
    private final Transactions transactions;
    private volatile @Nullable Statement running;
    private volatile boolean endedForLock;

    /** Makes a session whose transactions are those of JDBC. */
    public Session(Connection connection, ErrorReader errors, DatabaseUrl url) {
        this(connection, errors, url, Transactions.JDBC);
    }

    /** Makes a session. */
    public Session(Connection connection, ErrorReader errors, DatabaseUrl url, Transactions transactions) {
        this.connection = connection;
        this.errors = errors;
        this.url = url;
        this.transactions = transactions;
    }

    /** Makes one value of a row. */
    @FunctionalInterface
    public interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work on the connection itself, for what JDBC leaves to each driver. */
    @FunctionalInterface
    public interface ConnectionWork<T extends @Nullable Object> {
        T run(Connection connection) throws Exception;
    }

    /** Runs SQL as it stands: no placeholder and no escape is looked for. Results are read and dropped. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            running = statement;
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
        } catch (SQLException e) {
            throw failure(e, errors.position(e, sql));
        } finally {
            running = null;
        }
    }

    /** Runs a statement with parameters and returns the number of rows that it changed. */
    public int update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a query and reads every row. */
    public <T extends @Nullable Object> List<T> query(
            String sql, RowReader<? extends T> reader, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a query and reads its first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Gives the connection to {@code work}; what it throws is translated. */
    public <T extends @Nullable Object> T with(ConnectionWork<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw failure(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new DatabaseException(
                    SqlErrorKind.OTHER, url.redact(String.valueOf(e.getMessage())), null, 0, new RedactedCause(e, url));
        }
    }

    /** Starts a transaction. */
    public void begin() {
        try {
            transactions.begin(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Commits the transaction and returns to autocommit. */
    public void commit() {
        try {
            transactions.commit(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Rolls the transaction back and returns to autocommit; an error is added to {@code cause}, never thrown, for then the
     * server rolls back by itself.
     */
    public void rollback(Throwable cause) {
        try {
            transactions.rollback(connection);
        } catch (SQLException e) {
            cause.addSuppressed(failure(e));
        }
    }

    /** Asks the server to end the statement that is running, from any thread; does nothing when none is. */
    public void cancel() {
        Statement statement = running;
        if (statement == null) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Tells whether the server still answers on this connection. */
    public boolean isAlive() {
        try {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Returns where this session is connected to. */
    public DatabaseUrl url() {
        return url;
    }

    /**
     * Says, from any thread, whether the running statement is being ended because it waits for a lock: if the server then
     * reports that it was cancelled, that is a {@link SqlErrorKind#LOCK_TIMEOUT}.
     */
    public void endForLock(boolean ended) {
        endedForLock = ended;
    }

    private DatabaseException failure(SQLException e) {
        return failure(e, errors.position(e));
    }

    private DatabaseException failure(SQLException e, int position) {
        SqlErrorKind kind = errors.kind(e);
        boolean ours = endedForLock && kind == SqlErrorKind.CANCELLED;
        return failure(e, ours ? SqlErrorKind.LOCK_TIMEOUT : kind, errors, url, position);
    }

    /** Translates a driver's error. */
    public static DatabaseException failure(SQLException e, ErrorReader errors, DatabaseUrl url) {
        return failure(e, errors.kind(e), errors, url, errors.position(e));
    }

    private static DatabaseException failure(
            SQLException e, SqlErrorKind kind, ErrorReader errors, DatabaseUrl url, int position) {
        return new DatabaseException(
                kind, url.redact(errors.words(e)), e.getSQLState(), position, new RedactedCause(e, url));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Session.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "closing the connection failed: " + url.redact(e.toString()));
        }
    }
}
