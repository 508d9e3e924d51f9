package dev.godwit.mysql;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.Connector;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;

/**
 * Opens connections with the MariaDB driver, which speaks to both products. Parameters of the URL that mean something to other
 * drivers only are ignored. TLS as the driver has it, but not on the loopback address unless the URL says so.
 */
final class MysqlConnector implements Connector {
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final Set<String> PASSED_ON = Set.of(
            "allowPublicKeyRetrieval",
            "connectTimeout",
            "connectionCollation",
            "enabledSslCipherSuites",
            "enabledSslProtocolSuites",
            "keyStore",
            "keyStorePassword",
            "keyStoreType",
            "localSocket",
            "restrictedAuth",
            "serverRsaPublicKeyFile",
            "serverSslCert",
            "sessionVariables",
            "socketTimeout",
            "tcpKeepAlive",
            "trustStore",
            "trustStorePassword",
            "trustStoreType");
    // A server that runs on was started less than this from where its uptime, in whole seconds, said before.
    private static final long SAME_START_SECONDS = 5;

    @Override
    public Session connect(DatabaseUrl url, String applicationName) {
        return connect(url, applicationName, Map.of());
    }

    /** Opens a session with attributes that others can read. */
    Session connect(DatabaseUrl url, String applicationName, Map<String, String> attributes) {
        if (url.database().isEmpty()) {
            throw new ConfigurationException("cannot connect to \"" + url.hosts()
                    + "\": the URL names no database. Write it as " + url.scheme() + "://user@host:3306/database");
        }
        return open(url, applicationName, attributes);
    }

    private static Session open(DatabaseUrl url, String applicationName, Map<String, String> attributes) {
        try {
            Connection connection = Driver.connect(configuration(url, applicationName, attributes));
            return new Session(connection, new MysqlErrors(false), url);
        } catch (SQLException e) {
            throw Session.failure(e, new MysqlErrors(true), url);
        }
    }

    private static Configuration configuration(DatabaseUrl url, String applicationName, Map<String, String> attributes)
            throws SQLException {
        String hosts = url.hosts().isEmpty() ? "localhost" : url.hosts();
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_TIMEOUT_MILLIS));
        tls(url, hosts).forEach(properties::setProperty);
        url.parameters().forEach((key, value) -> {
            if (PASSED_ON.contains(key)) {
                properties.setProperty(key, value);
            }
        });
        properties.setProperty("allowLocalInfile", "false");
        properties.setProperty("allowMultiQueries", "false");
        properties.setProperty("connectionAttributes", attributes(applicationName, attributes));
        url.user().ifPresent(user -> properties.setProperty("user", user));
        url.password().ifPresent(password -> properties.setProperty("password", password));
        Configuration configuration = Configuration.parse("jdbc:mariadb://" + hosts + "/", properties);
        if (configuration == null) {
            throw new ConfigurationException("cannot read database URL: \"" + hosts + "\" is no host. Correct the URL");
        }
        return configuration.toBuilder().database(url.database()).build();
    }

    private static Map<String, String> tls(DatabaseUrl url, String hosts) {
        Optional<String> asked = TlsMode.of(url.parameters());
        boolean loopback = Stream.of(hosts.split(",", -1)).allMatch(MysqlConnector::isLoopback);
        if (!loopback) {
            return asked.map(mode -> Map.of("sslMode", mode)).orElse(Map.of());
        }
        // Without TLS the password goes under the server's public key, which nobody can exchange on this machine.
        return Map.of("sslMode", asked.orElse("disable"), "allowPublicKeyRetrieval", "true");
    }

    private static boolean isLoopback(String host) {
        return host.startsWith("localhost")
                || host.startsWith("127.")
                || host.startsWith("[::1]")
                || host.equals("::1");
    }

    private static String attributes(String applicationName, Map<String, String> attributes) {
        Stream<String> own = Stream.of(
                "program_name:" + clean(applicationName),
                "host:" + clean(hostName()),
                "pid:" + ProcessHandle.current().pid());
        Stream<String> more =
                attributes.entrySet().stream().map(entry -> entry.getKey() + ":" + clean(entry.getValue()));
        return Stream.concat(own, more).collect(Collectors.joining(","));
    }

    private static String clean(String value) {
        return value.replaceAll("[,:]", " ");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** {@inheritDoc} The number of its connection, which starts anew with the server, and when the server started. */
    @Override
    public String identity(Session session) {
        return connectionId(session) + "@" + startOfServer(session);
    }

    static long connectionId(Session session) {
        return session.with(connection ->
                connection.unwrap(org.mariadb.jdbc.Connection.class).getThreadId());
    }

    private static long startOfServer(Session session) {
        long uptime = session.first("SHOW GLOBAL STATUS LIKE 'Uptime'", row -> row.getLong(2))
                .orElseThrow();
        long now =
                session.first("SELECT UNIX_TIMESTAMP()", row -> row.getLong(1)).orElseThrow();
        return now - uptime;
    }

    @Override
    public boolean isAlive(Session session, String identity) {
        List<String> parts = List.of(identity.split("@", 2));
        if (Math.abs(startOfServer(session) - Long.parseLong(parts.get(1))) > SAME_START_SECONDS) {
            return false;
        }
        return session.first(
                        "SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = ?",
                        row -> row.getInt(1),
                        Long.parseLong(parts.get(0)))
                .isPresent();
    }
}
