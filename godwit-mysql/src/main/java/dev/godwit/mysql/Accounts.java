package dev.godwit.mysql;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.sql.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the grant tables say of users and roles, as far as this user may read them. */
final class Accounts {
    private static final Set<String> TABLES = Set.of(
            "user",
            "global_priv",
            "db",
            "tables_priv",
            "columns_priv",
            "procs_priv",
            "proxies_priv",
            "global_grants",
            "role_edges",
            "default_roles",
            "roles_mapping");
    private static final Set<String> USER_COLUMNS = Set.of("user", "from_user", "to_user", "default_role_user", "role");

    private final Session session;
    private final Dialect dialect;

    Accounts(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    boolean areReadable() {
        try {
            session.first("SELECT COUNT(*) FROM mysql.user", row -> row.getLong(1));
            session.first("SELECT COUNT(*) FROM mysql.tables_priv", row -> row.getLong(1));
            return true;
        } catch (DatabaseException e) {
            return false;
        }
    }

    /** Returns the rows of all users and roles whose names stand in {@code text}; nothing where they cannot be read. */
    List<String> mentionedIn(String text) {
        if (!areReadable()) {
            return List.of();
        }
        List<String> rows = new ArrayList<>();
        for (String table : tables()) {
            rows.addAll(rows(table, text));
        }
        Collections.sort(rows);
        return rows;
    }

    private List<String> tables() {
        return session
                .query(
                        "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'mysql'",
                        row -> row.getString(1))
                .stream()
                .filter(TABLES::contains)
                .sorted()
                .toList();
    }

    private record Column(String name, boolean isTime) {
        boolean isUser() {
            return USER_COLUMNS.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    private List<String> rows(String table, String text) {
        List<Column> columns = session
                .query(
                        "SELECT COLUMN_NAME, DATA_TYPE FROM information_schema.COLUMNS"
                                + " WHERE TABLE_SCHEMA = 'mysql' AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION",
                        row -> new Column(row.getString(1), row.getString(2).equals("timestamp")),
                        table)
                .stream()
                .filter(column -> !column.isTime())
                .toList();
        String list =
                columns.stream().map(column -> dialect.quote(column.name())).collect(Collectors.joining(", "));
        return session.query("SELECT " + list + " FROM mysql." + dialect.quote(table), Objects::texts).stream()
                .filter(row -> isMentioned(row, columns, text))
                .map(row -> table + row)
                .toList();
    }

    private static boolean isMentioned(List<String> row, List<Column> columns, String text) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isUser() && !row.get(i).isEmpty() && text.contains(row.get(i))) {
                return true;
            }
        }
        return false;
    }
}
