package dev.godwit.it;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Engine;
import dev.godwit.embedded.EmbeddedServer;
import dev.godwit.embedded.EmbeddedServers;
import dev.godwit.embedded.ServerSpec;
import dev.godwit.mysql.MariadbEngine;
import dev.godwit.mysql.MysqlEngine;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sqlite.SqliteEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An empty database of one product, on a server that all tests of this JVM share. */
public record TestDatabase(Product product, String url) {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** What tests run on. */
    public enum Product {
        POSTGRES_18,
        POSTGRES_14,
        MYSQL,
        MARIADB,
        SQLITE;

        /** Returns the engine under test. */
        public Engine engine() {
            return switch (this) {
                case POSTGRES_18, POSTGRES_14 -> new PostgresEngine();
                case MYSQL -> new MysqlEngine();
                case MARIADB -> new MariadbEngine();
                case SQLITE -> new SqliteEngine();
            };
        }
    }

    /** Makes a new one. */
    public static TestDatabase fresh(Product product) {
        String name = newName();
        return switch (product) {
            case POSTGRES_18 -> on(product, EmbeddedServers.postgres(18), name);
            case POSTGRES_14 -> on(product, EmbeddedServers.postgres(14), name);
            case MYSQL -> on(product, EmbeddedServers.mysql(), name);
            case MARIADB -> on(product, EmbeddedServers.mariadb(), name);
            case SQLITE -> new TestDatabase(product, "sqlite:" + temporaryFile(name));
        };
    }

    /** Makes a new one on a PostgreSQL 18 that keeps its promises and has memory, as in production. */
    public static TestDatabase durable() {
        ServerSpec spec = EmbeddedServers.postgres(18)
                .with("fsync", "on")
                .with("shared_buffers", "1GB")
                .with("max_wal_size", "8GB")
                .with("maintenance_work_mem", "256MB")
                .with("wal_level", "replica");
        return on(Product.POSTGRES_18, spec, newName());
    }

    /** Makes a copy of one on PostgreSQL to which nobody is connected. */
    public static TestDatabase copy(TestDatabase original) {
        EmbeddedServer server =
                EmbeddedServer.shared(EmbeddedServers.postgres(original.product() == Product.POSTGRES_14 ? 14 : 18));
        String name = newName();
        new TestDatabase(original.product(), server.url(server.firstDatabase()))
                .execute("CREATE DATABASE "
                        + original.product().engine().dialect().quote(name) + " TEMPLATE "
                        + original.product()
                                .engine()
                                .dialect()
                                .quote(DatabaseUrl.parse(original.url()).database()));
        return new TestDatabase(original.product(), server.url(name));
    }

    private static String newName() {
        return "t" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    }

    private static TestDatabase on(Product product, ServerSpec spec, String name) {
        EmbeddedServer server = EmbeddedServer.shared(spec);
        TestDatabase first = new TestDatabase(product, server.url(server.firstDatabase()));
        first.execute("CREATE DATABASE " + product.engine().dialect().quote(name));
        return new TestDatabase(product, server.url(name));
    }

    private static Path temporaryFile(String name) {
        try {
            Path folder = Files.createTempDirectory("godwit-it");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve(name + ".db");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address as the product's own JDBC driver reads it, without the login. */
    public String jdbcUrl() {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        String address = parsed.hosts() + "/" + parsed.database();
        return switch (product) {
            case POSTGRES_18, POSTGRES_14 -> "jdbc:postgresql://" + address;
            case MYSQL, MARIADB -> "jdbc:mariadb://" + address + "?sslMode=disable&allowPublicKeyRetrieval=true";
            case SQLITE -> "jdbc:sqlite:" + parsed.database();
        };
    }

    /** Opens a session as an application would. */
    public Session connect() {
        return product.engine().connector().connect(DatabaseUrl.parse(url), "application");
    }

    /** Runs statements, each as it stands. */
    public void execute(String... statements) {
        try (Session session = connect()) {
            for (String statement : statements) {
                session.execute(statement);
            }
        }
    }

    /** Removes it, for those that are large. Nobody may be connected. */
    public void drop() {
        DatabaseUrl own = DatabaseUrl.parse(url);
        String first = url.substring(0, url.lastIndexOf('/')) + "/postgres";
        new TestDatabase(product, first)
                .execute("DROP DATABASE " + product.engine().dialect().quote(own.database()));
    }

    /** Returns one value as text. */
    public String value(String query) {
        return rows(query).getFirst();
    }

    /** Returns the rows, the columns of each joined by bars. */
    public List<String> rows(String query) {
        try (Session session = connect()) {
            return session.query(query, TestDatabase::joined);
        }
    }

    static String joined(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(String.valueOf(row.getString(i)));
        }
        return String.join("|", values);
    }

    /** Returns schema and data as text that is equal for equal databases, but for Godwit's own times. */
    public String snapshot() {
        try (Session session = connect()) {
            List<String> lines = new ArrayList<>(Snapshots.schema(product, session));
            for (String table : Snapshots.tables(product, session)) {
                lines.addAll(session.query("SELECT * FROM " + table, TestDatabase::joined).stream()
                        .map(row -> table + ": " + row)
                        .sorted()
                        .toList());
            }
            return lines.stream().collect(Collectors.joining("\n"));
        }
    }
}
