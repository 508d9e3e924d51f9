package dev.godwit.it.effects;

import dev.godwit.it.effects.MysqlObservation.Rebuild;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What InnoDB keeps: the number of each table or partition and of each index, which stay as long as nothing is rebuilt.
 *
 * @param tables by name, without the database
 * @param indexes by their number, the number of the table and the name
 */
record MysqlStorage(Map<String, Long> tables, Map<Long, Index> indexes) {
    // Fewer row writes than this are those of the data dictionary, which has a row for each column.
    private static final long FEW = 200;

    record Index(long table, String name) {}

    static MysqlStorage look(MysqlLab lab, Connection connection) throws SQLException {
        Map<String, Long> tables = new LinkedHashMap<>();
        String prefix = lab.database() + "/";
        for (List<String> row : MysqlLab.rows(
                connection,
                "SELECT NAME, TABLE_ID FROM " + lab.product().tablesView() + " WHERE NAME LIKE '" + prefix + "%'")) {
            tables.put(row.getFirst().substring(prefix.length()).toLowerCase(Locale.ROOT), Long.valueOf(row.get(1)));
        }
        Map<Long, Index> indexes = new LinkedHashMap<>();
        for (List<String> row : MysqlLab.rows(
                connection,
                "SELECT i.INDEX_ID, i.TABLE_ID, i.NAME FROM %s i JOIN %s t ON t.TABLE_ID = i.TABLE_ID WHERE t.NAME LIKE '%s%%'"
                        .formatted(lab.product().indexesView(), lab.product().tablesView(), prefix))) {
            indexes.put(Long.valueOf(row.getFirst()), new Index(Long.parseLong(row.get(1)), row.get(2)));
        }
        return new MysqlStorage(tables, indexes);
    }

    /** Returns what became of the rows of t since then. */
    Rebuild since(MysqlStorage before, long rowWrites, Connection connection) throws SQLException {
        if (own().isEmpty()) {
            // It left InnoDB, or is gone.
            return rowWrites >= FEW ? Rebuild.COPY : Rebuild.NONE;
        }
        Set<String> fresh = new TreeSet<>();
        own().forEach((name, id) -> {
            if (!before.tables.containsValue(id)) {
                fresh.add(name);
            }
        });
        if (fresh.isEmpty()) {
            return Rebuild.NONE;
        }
        if (rowWrites >= FEW) {
            return Rebuild.COPY;
        }
        for (String name : fresh) {
            if (hasRows(name, connection)) {
                return Rebuild.INPLACE;
            }
        }
        return Rebuild.NONE;
    }

    private static boolean hasRows(String name, Connection connection) {
        int hash = name.indexOf("#p#");
        String source = hash < 0 ? name : name.substring(0, hash) + " PARTITION (" + name.substring(hash + 3) + ")";
        try {
            return !MysqlLab.rows(connection, "SELECT 1 FROM " + source + " LIMIT 1")
                    .isEmpty();
        } catch (SQLException e) {
            // Its tablespace is gone.
            return false;
        }
    }

    private Map<String, Long> own() {
        Map<String, Long> own = new LinkedHashMap<>();
        tables.forEach((name, id) -> {
            boolean renamed = name.equals("t2") && !tables.containsKey("t");
            if (name.equals("t") || renamed || name.startsWith("t#p#")) {
                own.put(name, id);
            }
        });
        return own;
    }

    /** Returns the names of the indexes of t that are new since then while the table is the old one. */
    Set<String> builtSince(MysqlStorage before) {
        Set<Long> kept = new HashSet<>(own().values());
        kept.retainAll(before.tables.values());
        Set<String> built = new TreeSet<>();
        indexes.forEach((id, index) -> {
            if (kept.contains(index.table()) && !before.indexes.containsKey(id)) {
                built.add(index.name());
            }
        });
        return built;
    }
}
