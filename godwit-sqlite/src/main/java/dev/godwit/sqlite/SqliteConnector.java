package dev.godwit.sqlite;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.Connector;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens a file, which is made where it is missing. Of the URL's parameters {@code foreign_keys} and {@code mode=ro} count, under
 * the names that drivers give them; all others belong to some tool's own driver and are ignored.
 */
final class SqliteConnector implements Connector {
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final List<String> FOREIGN_KEYS = List.of("foreign_keys", "_foreign_keys", "_fk");
    private static final Set<String> ON = Set.of("1", "on", "true", "yes");

    private final SqliteErrors errors = new SqliteErrors();

    @Override
    public Session connect(DatabaseUrl url, String applicationName) {
        SqliteFile file = SqliteFile.of(url);
        file.check();
        try {
            return open(file, url);
        } catch (SQLException e) {
            if (SqliteErrors.code(e) == SQLiteErrorCode.SQLITE_NOTADB.code) {
                throw new ConfigurationException("cannot open SQLite database \"" + file.path()
                        + "\": the file is no SQLite database, or it is encrypted. Correct the URL");
            }
            throw Session.failure(e, errors, url);
        }
    }

    private Session open(SqliteFile file, DatabaseUrl url) throws SQLException {
        Connection connection = config(url).createConnection("jdbc:sqlite:" + file.path());
        Session session = new Session(connection, errors, url, new SqliteTransactions());
        try (java.sql.Statement statement = connection.createStatement()) {
            // SQLite opens lazily: only this finds out whether the file is a database.
            statement.execute("SELECT count(*) FROM sqlite_schema");
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** Tells whether the URL asks for a session that only reads. */
    static boolean isForReading(DatabaseUrl url) {
        return "ro".equals(url.parameters().get("mode"));
    }

    private static SQLiteConfig config(DatabaseUrl url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        if (isForReading(url)) {
            config.setOpenMode(SQLiteOpenMode.READONLY);
            config.resetOpenMode(SQLiteOpenMode.READWRITE);
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        if (values(url.parameters(), FOREIGN_KEYS).anyMatch(ON::contains)) {
            config.enforceForeignKeys(true);
        }
        return config;
    }

    private static Stream<String> values(Map<String, String> parameters, List<String> names) {
        return parameters.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                .map(entry -> entry.getValue().toLowerCase(Locale.ROOT));
    }
}
