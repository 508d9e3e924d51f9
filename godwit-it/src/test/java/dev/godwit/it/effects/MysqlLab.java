package dev.godwit.it.effects;

import dev.godwit.embedded.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of its own on a real server, in which a table is made anew for each run. */
final class MysqlLab implements AutoCloseable {
    private static final String DATABASE = "effects";

    private final MysqlProduct product;
    private final EmbeddedServer server;
    private final Connection keeper;

    MysqlLab(MysqlProduct product) throws SQLException {
        this.product = product;
        this.server = EmbeddedServer.shared(product.server());
        try (Connection first = DriverManager.getConnection(server.jdbcUrl(server.firstDatabase()))) {
            execute(first, "DROP DATABASE IF EXISTS " + DATABASE);
            execute(first, "CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4");
        }
        this.keeper = connect();
        execute(keeper, "CREATE TABLE numbers (n int NOT NULL PRIMARY KEY) ENGINE=InnoDB");
        execute(
                keeper,
                "INSERT INTO numbers WITH RECURSIVE seq AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM seq WHERE n < %d) SELECT n FROM seq"
                        .formatted(MysqlTable.ROWS));
    }

    MysqlProduct product() {
        return product;
    }

    String database() {
        return DATABASE;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(DATABASE));
    }

    /** Returns the statements that make everything that is there when a form runs. */
    List<String> setup(MysqlTable table, MysqlShape shape) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE p (id bigint NOT NULL PRIMARY KEY, code varchar(20) UNIQUE) ENGINE=InnoDB");
        statements.add("INSERT INTO p SELECT n, concat('c', n) FROM numbers");
        statements.addAll(table.setup(product, shape));
        return statements;
    }

    /** Makes the table anew, without what former runs left. */
    void prepare(MysqlTable table, MysqlShape shape) throws SQLException {
        execute(keeper, "SET foreign_key_checks = 0");
        execute(keeper, "DROP TABLE IF EXISTS cc, t, t2, x1, p");
        execute(keeper, "DROP VIEW IF EXISTS t2");
        execute(keeper, "SET foreign_key_checks = 1");
        for (String statement : setup(table, shape)) {
            execute(keeper, statement);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql + ": " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
        }
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }
}
