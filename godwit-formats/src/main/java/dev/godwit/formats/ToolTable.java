package dev.godwit.formats;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The history table of a tool, and what its DDL is on each product. */
record ToolTable(HistorySettings settings, HistoryTable table, Map<String, List<String>> ddl) {
    /**
     * Makes one.
     *
     * @param ddl by product; {@code <table>} stands for the full name, {@code <schema.>} for its schema and a dot, and {@code <name:suffix>}
     *     for the quoted bare name with a suffix
     */
    static ToolTable of(HistorySettings settings, String name, Map<String, List<String>> ddl) {
        String configured = settings.table().orElse(name);
        int dot = configured.indexOf('.');
        Optional<String> schema = dot > 0 ? Optional.of(configured.substring(0, dot)) : settings.schema();
        return new ToolTable(
                settings, new HistoryTable(schema, configured.substring(dot + 1), settings.dialect()), ddl);
    }

    /** Returns the full name as SQL reads it. */
    String sql() {
        return table.sql();
    }

    boolean exists(Session session) {
        return table.exists(session);
    }

    /** Makes the table where it is not there; tells whether it made it. */
    boolean create(Session session) {
        if (exists(session)) {
            return false;
        }
        List<String> statements = Objects.requireNonNull(ddl.get(settings.product()), "no DDL for this product");
        for (String statement : statements) {
            session.execute(expand(statement));
        }
        return true;
    }

    private String expand(String statement) {
        StringBuilder sql = new StringBuilder();
        int from = 0;
        for (int open = statement.indexOf('<'); open >= 0; open = statement.indexOf('<', from)) {
            int close = statement.indexOf('>', open);
            sql.append(statement, from, open).append(value(statement.substring(open + 1, close)));
            from = close + 1;
        }
        return sql.append(statement, from, statement.length()).toString();
    }

    private String value(String mark) {
        if (mark.equals("table")) {
            return table.sql();
        }
        return table.dialect().quote(mark.startsWith("name:") ? table.name() + mark.substring(5) : mark);
    }

    /** Reads a time without a zone as the product wrote it; empty where it is no such time. */
    Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        if (text == null || text.length() < 19) {
            return Optional.empty();
        }
        // SQLite's clock is UTC; the others write in the zone of the session, which drivers set to that of the JVM.
        ZoneId zone = table.schema().isEmpty() ? ZoneOffset.UTC : ZoneId.systemDefault();
        try {
            String local = text.length() > 29 ? text.substring(0, 29) : text;
            return Optional.of(
                    LocalDateTime.parse(local.replace(' ', 'T')).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
