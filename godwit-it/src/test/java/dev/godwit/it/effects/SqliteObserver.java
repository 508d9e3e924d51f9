package dev.godwit.it.effects;

import dev.godwit.it.effects.SqliteObservation.Pages;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Runs the statements of a form on a copy of its tables and looks at the pages that they wrote and had to read. */
final class SqliteObserver {
    private static final int SOME = 3;
    private static final double MOST = 0.8;
    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private final SqliteLibrary library;
    private final byte[] common;

    SqliteObserver(SqliteLibrary library) throws SQLException {
        this.library = library;
        this.common = library.image(SqliteForm.TABLES);
    }

    private record Tree(String type, String table, int root) {}

    List<SqliteObservation> observe(SqliteForm form) throws SQLException {
        List<SqliteObservation> observations = new ArrayList<>();
        try (Connection connection = library.open(common)) {
            for (String statement : form.setup()) {
                SqliteLibrary.execute(connection, statement);
            }
            List<String> session = new ArrayList<>();
            boolean inTransaction = false;
            for (String statement : form.statements()) {
                boolean begins = statement.startsWith("begin");
                observations.add(
                        inTransaction || begins
                                ? accepted(connection, statement)
                                : observe(connection, session, statement));
                inTransaction = begins || (inTransaction && !ENDS.contains(statement));
                if (statement.startsWith("pragma")) {
                    session.add(statement);
                }
            }
        }
        return observations;
    }

    // The pages that a transaction wrote cannot be seen before it has ended.
    private static SqliteObservation accepted(Connection connection, String statement) {
        return new SqliteObservation(statement, error(connection, statement), Optional.empty());
    }

    private SqliteObservation observe(Connection connection, List<String> session, String statement)
            throws SQLException {
        SqliteImage before = new SqliteImage(SqliteLibrary.bytes(connection));
        Map<String, Tree> trees = trees(connection);
        String error = error(connection, statement);
        if (!error.isEmpty()) {
            return new SqliteObservation(statement, error, Optional.empty());
        }
        SqliteImage after = new SqliteImage(SqliteLibrary.bytes(connection));
        Set<String> rewritten = new TreeSet<>();
        Set<String> built = new TreeSet<>();
        trees(connection).forEach((name, tree) -> {
            List<Integer> pages = after.pages(tree.root());
            if (pages.size() < SOME || after.changed(pages, before).size() < pages.size() * MOST) {
                return;
            }
            boolean isThere = trees.containsKey(name);
            if (tree.type().equals("table") && isThere) {
                rewritten.add(name);
            } else if (tree.type().equals("index") && !isThere) {
                built.add(name);
            }
        });
        return new SqliteObservation(
                statement,
                "",
                Optional.of(
                        new Pages(large(before, trees), rewritten, built, read(before, trees, session, statement))));
    }

    private static Set<String> large(SqliteImage image, Map<String, Tree> trees) {
        Set<String> large = new TreeSet<>();
        trees.forEach((name, tree) -> {
            if (tree.type().equals("table") && image.pages(tree.root()).size() >= SOME) {
                large.add(name);
            }
        });
        return large;
    }

    // What reads the rows of a table, or of an index that spares it the table, stumbles over a page made unreadable.
    private Set<String> read(SqliteImage before, Map<String, Tree> trees, List<String> session, String statement)
            throws SQLException {
        Set<String> read = new TreeSet<>();
        for (Tree tree : trees.values()) {
            Optional<SqliteImage> damaged = before.damaged(tree.root());
            if (damaged.isPresent() && stumbles(damaged.get(), session, statement)) {
                read.add(tree.table());
            }
        }
        return read;
    }

    private boolean stumbles(SqliteImage damaged, List<String> session, String statement) throws SQLException {
        try (Connection connection = library.open(damaged.bytes())) {
            for (String earlier : session) {
                SqliteLibrary.execute(connection, earlier);
            }
            return error(connection, statement).contains("malformed");
        }
    }

    private static Map<String, Tree> trees(Connection connection) throws SQLException {
        Map<String, Tree> trees = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select type, name, tbl_name, rootpage from sqlite_master where rootpage > 0")) {
            while (row.next()) {
                trees.put(row.getString(2), new Tree(row.getString(1), row.getString(3), row.getInt(4)));
            }
        }
        return trees;
    }

    private static String error(Connection connection, String sql) {
        try {
            SqliteLibrary.execute(connection, sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
