package dev.godwit.formats;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.ErrorReader;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;

/** A SQLite database in memory. */
final class TestDatabase implements ErrorReader {
    static final HistorySettings SETTINGS = new HistorySettings(
            "sqlite",
            new SqliteDialect(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "ann",
            Clock.systemUTC());

    private TestDatabase() {}

    static Session open() {
        String url = "jdbc:sqlite::memory:";
        try {
            return new Session(
                    JDBC.createConnection(url, new Properties()), new TestDatabase(), DatabaseUrl.parse(url));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the rows of a query, columns joined by commas. */
    static List<String> rows(Session session, String sql) {
        return session.query(sql, row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                line.append(i == 1 ? "" : ",").append(row.getString(i));
            }
            return line.toString();
        });
    }

    /** Returns ids and states of a history. */
    static List<String> history(HistoryStore store, Session session, MigrationFolder folder) {
        return store.read(session, folder).entries().stream()
                .map(entry -> entry.id() + " " + entry.state())
                .toList();
    }

    @Override
    public SqlErrorKind kind(SQLException error) {
        return SqlErrorKind.OTHER;
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
