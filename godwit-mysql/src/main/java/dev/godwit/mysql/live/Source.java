package dev.godwit.mysql.live;

import dev.godwit.core.catalog.CatalogBuilder;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.Session.RowReader;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is read from, and into. */
record Source(Session session, Dialect dialect, CatalogBuilder builder, Server server) {
    /** Which of the two it is. */
    enum Server {
        MYSQL,
        MARIADB
    }

    /** One thing of a table. */
    record Part<T>(String table, T value) {}

    /** Returns what the rows say, by table; the first column is the table. */
    <T> Map<String, List<T>> byTable(String sql, RowReader<T> reader) {
        Map<String, List<T>> all = new LinkedHashMap<>();
        List<Part<T>> parts = session.query(sql, row -> new Part<T>(row.getString(1), reader.read(row)));
        for (Part<T> part : parts) {
            all.computeIfAbsent(part.table(), table -> new ArrayList<>()).add(part.value());
        }
        return all;
    }

    /** Returns what the rows say, or nothing where the server has no such table or does not let this user see it. */
    <T> List<T> ifAllowed(String sql, RowReader<T> reader) {
        try {
            return session.query(sql, reader);
        } catch (DatabaseException e) {
            System.getLogger(Source.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "the server does not tell: " + e.getMessage());
            return List.of();
        }
    }

    boolean isMariadb() {
        return server == Server.MARIADB;
    }

    String quote(String name) {
        return dialect.quote(name);
    }

    static QualifiedName name(String name) {
        return new QualifiedName(List.of(new Identifier(name)));
    }

    // MySQL keeps the expressions of generated columns, checks and indexes with their quotes escaped
    String expression(String text) {
        return isMariadb() ? text : text.replace("\\'", "'");
    }
}
