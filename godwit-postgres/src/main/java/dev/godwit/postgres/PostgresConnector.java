package dev.godwit.postgres;

import dev.godwit.core.db.Connector;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Connects by pgjdbc in its simple query mode, so that every statement reaches the server as it stands in its file. */
final class PostgresConnector implements Connector {
    private static final String IDENTITY = "pid || '/' || extract(epoch FROM backend_start)";
    private static final int TIMEOUT_SECONDS = 10;
    private static final int LONGEST_NAME = 63;

    private final PostgresErrors errors = new PostgresErrors();

    @Override
    public Session connect(DatabaseUrl url, String applicationName) {
        try {
            Connection connection = new Driver().connect(driverUrl(url), properties(url, applicationName));
            if (connection == null) {
                throw new DatabaseException(
                        SqlErrorKind.UNREACHABLE, "the driver does not know this kind of URL", null, 0, null);
            }
            return new Session(connection, errors, url);
        } catch (SQLException e) {
            throw Session.failure(e, errors, url);
        }
    }

    /** Returns what the driver is told; the password stands nowhere else. */
    static Properties properties(DatabaseUrl url, String applicationName) {
        Properties properties = new Properties();
        PGProperty.CONNECT_TIMEOUT.set(properties, TIMEOUT_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        url.parameters().forEach((key, value) -> set(properties, key, value));
        // What an application may choose for itself would change here how statements reach the server.
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.APPLICATION_NAME.set(properties, shortened(applicationName));
        url.user().ifPresent(user -> PGProperty.USER.set(properties, user));
        url.password().ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
        return properties;
    }

    /** Returns the URL for the driver, without login and parameters. */
    static String driverUrl(DatabaseUrl url) {
        String hosts = url.hosts().isEmpty() ? "localhost" : url.hosts();
        String database = java.net.URLEncoder.encode(url.database(), java.nio.charset.StandardCharsets.UTF_8);
        return "jdbc:postgresql://" + hosts + "/" + database.replace("+", "%20");
    }

    // What other drivers call by another name; the rest is pgjdbc's own, which passes over what it does not know.
    private static void set(Properties properties, String key, String value) {
        Map<String, String> known = Map.of(
                "schema", PGProperty.CURRENT_SCHEMA.getName(),
                "connect_timeout", PGProperty.CONNECT_TIMEOUT.getName(),
                "sslrootcert", PGProperty.SSL_ROOT_CERT.getName());
        boolean unverified = key.equals("sslmode") && value.equals("no-verify");
        properties.setProperty(known.getOrDefault(key.toLowerCase(Locale.ROOT), key), unverified ? "require" : value);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    @Override
    public String identity(Session session) {
        return session.first(
                        "SELECT " + IDENTITY + " FROM pg_stat_activity WHERE pid = pg_backend_pid()",
                        row -> String.valueOf(row.getString(1)))
                .orElse("");
    }

    @Override
    public boolean isAlive(Session session, String identity) {
        return session.first(
                        "SELECT 1 FROM pg_stat_activity WHERE " + IDENTITY + " = ? AND pid <> pg_backend_pid()",
                        row -> row.getInt(1),
                        identity)
                .isPresent();
    }
}
