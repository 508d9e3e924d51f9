package dev.godwit.it.effects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A release of SQLite that can be run here: its databases are in memory and can be had as the bytes of a file. */
final class SqliteLibrary {
    private static final Path OLD_JARS = Path.of("target/sqlite-old");

    private final String version;
    private final Opener opener;

    @FunctionalInterface
    private interface Opener {
        @Nullable
        Connection open(String url) throws SQLException;
    }

    private SqliteLibrary(Opener opener) throws SQLException {
        this.opener = opener;
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sqlite_version()")) {
            row.next();
            this.version = row.getString(1);
        }
    }

    /** Returns the one of the driver that Godwit itself uses. */
    static SqliteLibrary newest() throws SQLException {
        return new SqliteLibrary(DriverManager::getConnection);
    }

    /** Returns an older one. Its driver claims the same addresses and so stays in a class loader of its own. */
    static SqliteLibrary old() throws SQLException {
        URLClassLoader loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
        Driver driver = ServiceLoader.load(Driver.class, loader).stream()
                .filter(provider -> loader.equals(provider.type().getClassLoader()))
                .findFirst()
                .orElseThrow()
                .get();
        return new SqliteLibrary(url -> driver.connect(url, new Properties()));
    }

    private static URL[] jars() {
        try (Stream<Path> files = Files.list(OLD_JARS)) {
            return files.map(SqliteLibrary::url).toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return version;
    }

    private Connection open() throws SQLException {
        Connection connection = opener.open("jdbc:sqlite::memory:");
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own address");
        }
        return connection;
    }

    /** Makes the bytes of a database. */
    byte[] image(List<String> statements) throws SQLException {
        try (Connection connection = open()) {
            for (String statement : statements) {
                execute(connection, statement);
            }
            return bytes(connection);
        }
    }

    /** Opens a database of its own with these bytes. */
    Connection open(byte[] image) throws SQLException {
        Connection connection = open();
        call(connection, "deserialize", new Class<?>[] {String.class, byte[].class}, "main", image.clone());
        return connection;
    }

    static byte[] bytes(Connection connection) throws SQLException {
        return (byte[]) call(connection, "serialize", new Class<?>[] {String.class}, "main");
    }

    // Both drivers have these methods, on classes that share nothing but their names.
    private static Object call(Connection connection, String method, Class<?>[] types, Object... arguments)
            throws SQLException {
        try {
            return connection.getClass().getMethod(method, types).invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw new SQLException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
