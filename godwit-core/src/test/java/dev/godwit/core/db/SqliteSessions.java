package dev.godwit.core.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens SQLite databases, whose errors are all of one kind. */
public record SqliteSessions(String location, SqlErrorKind kind) implements ErrorReader {
    /** Opens databases of their own in memory. */
    public static SqliteSessions inMemory() {
        return new SqliteSessions(":memory:", SqlErrorKind.OTHER);
    }

    /** Opens sessions of one file. */
    public static SqliteSessions file(Path file) {
        return new SqliteSessions(file.toString(), SqlErrorKind.OTHER);
    }

    /** Opens one. */
    public Session open() {
        String url = "jdbc:sqlite:" + location;
        try {
            return new Session(JDBC.createConnection(url, new Properties()), this, DatabaseUrl.parse(url));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SqlErrorKind kind(SQLException error) {
        return kind;
    }

    @Override
    public String words(SQLException error) {
        return String.valueOf(error.getMessage());
    }

    @Override
    public int position(SQLException error) {
        return 0;
    }
}
