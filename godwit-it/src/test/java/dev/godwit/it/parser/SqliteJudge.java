package dev.godwit.it.parser;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** SQLite itself as judge: it prepares a statement, or says that the text is no SQL. What it read, it does not tell. */
final class SqliteJudge implements Judge, AutoCloseable {
    /** What {@code sqlite3_prepare} says of a text that it does not read; everything else is said of what the text means. */
    private static final Pattern SYNTAX =
            Pattern.compile("syntax error|unrecognized token|incomplete input|unknown table option|malformed");

    private final Connection connection;

    private SqliteJudge(Connection connection) {
        this.connection = connection;
    }

    /** Opens an empty database in memory and runs {@code setup} in it. */
    static SqliteJudge open(List<String> setup) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        for (String statement : setup) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.execute();
            }
        }
        return new SqliteJudge(connection);
    }

    @Override
    public Verdict judge(String sql) {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            return new Verdict.Accepted();
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            return SYNTAX.matcher(message).find() ? new Verdict.Refused(message) : new Verdict.Accepted();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
