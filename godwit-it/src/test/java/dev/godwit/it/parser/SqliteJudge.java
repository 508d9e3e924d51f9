package dev.godwit.it.parser;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQLite itself as judge: it prepares a statement, or says that the text is no SQL. What it read, it does not tell. */
final class SqliteJudge implements Judge {
    /** What {@code sqlite3_prepare} says of a text that it does not read; everything else is said of what the text means. */
    private static final Pattern MISSING = Pattern.compile("no such table: (?:main\\.)?(\\w+)");

    private static final Pattern SYNTAX =
            Pattern.compile("syntax error|unrecognized token|incomplete input|unknown table option|malformed");

    private final Connection connection;

    private SqliteJudge(Connection connection) {
        this.connection = connection;
    }

    /** Opens an empty database in memory. */
    static SqliteJudge open() throws IOException {
        try {
            return new SqliteJudge(DriverManager.getConnection("jdbc:sqlite::memory:"));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Verdict judge(String sql) {
        try {
            String message = refusal(sql);
            Matcher missing = MISSING.matcher(message);
            if (missing.find()) {
                // ALTER TABLE looks for its table before it has read what follows.
                connection
                        .createStatement()
                        .execute("CREATE TABLE IF NOT EXISTS \"" + missing.group(1) + "\" (judged)");
                message = refusal(sql);
            }
            return SYNTAX.matcher(message).find() ? new Verdict.Refused(message) : new Verdict.Accepted();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String refusal(String sql) {
        try {
            connection.prepareStatement(sql).close();
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
