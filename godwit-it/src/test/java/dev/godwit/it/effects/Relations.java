package dev.godwit.it.effects;

import dev.godwit.core.db.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The relations of a database at one moment, by their number.
 *
 * @param all what {@code pg_class} and the counters of the present transaction say of each
 */
record Relations(Map<Long, Relation> all) {
    // Reads no table, so that it may be asked within the transaction that is looked at.
    private static final String ALL = """
        SELECT c.oid, CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || c.relname,
            c.relkind, c.relfilenode, coalesce(i.indrelid, 0), c.reltuples, %s
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
        WHERE n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema' AND n.nspname <> 'probe'
            AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'i', 'I')\
        """;
    private static final String BEFORE = ALL.formatted("0, pg_stat_get_xact_tuples_returned(c.oid)");
    private static final String WITHIN =
            ALL.formatted("pg_relation_size(c.oid), pg_stat_get_xact_tuples_returned(c.oid)");
    private static final String AFTER =
            ALL.formatted("pg_relation_size(c.oid), greatest(pg_stat_get_tuples_returned(c.oid), "
                    // VACUUM counts no rows; the blocks that it asked for are as good, where they are all that there
                    // are.
                    + "CASE WHEN pg_stat_get_vacuum_count(c.oid) > 0"
                    + " AND pg_stat_get_blocks_fetched(c.oid) >= c.relpages THEN c.reltuples ELSE 0 END)::bigint");

    /** One of them. */
    record Relation(String name, char kind, long fileNode, long table, long rows, long bytes, long rowsRead) {
        boolean hasRows() {
            return (kind == 'r' || kind == 'm') && rows > 0;
        }

        boolean isIndex() {
            return kind == 'i' || kind == 'I';
        }
    }

    /** Reads them before a statement, in its transaction. */
    static Relations before(Session session) {
        return read(session, BEFORE);
    }

    /** Reads them after a statement in its transaction, which is still open. */
    static Relations within(Session session) {
        return read(session, WITHIN);
    }

    /** Reads them after a statement that has committed by itself in a database where nothing else was counted. */
    static Relations after(Session session) {
        return read(session, AFTER);
    }

    private static Relations read(Session session, String query) {
        Map<Long, Relation> all = new HashMap<>();
        session.query(query, row -> all.put(row.getLong(1), relation(row)));
        return new Relations(Map.copyOf(all));
    }

    private static Relation relation(ResultSet row) throws SQLException {
        return new Relation(
                row.getString(2),
                row.getString(3).charAt(0),
                row.getLong(4),
                row.getLong(5),
                (long) row.getDouble(6),
                row.getLong(7),
                row.getLong(8));
    }

    /** Returns the work on each table of these that had rows, seen from what is there {@code later}. */
    Map<String, String> workUntil(Relations later) {
        Set<Long> oldFiles = new HashSet<>();
        all.values().forEach(relation -> oldFiles.add(relation.fileNode()));
        Map<String, String> work = new TreeMap<>();
        all.forEach((number, old) -> {
            if (old.hasRows() && later.all.containsKey(number)) {
                String kind = work(number, later, oldFiles);
                if (!kind.isEmpty()) {
                    work.put(old.name(), kind);
                }
            }
        });
        return work;
    }

    private String work(long number, Relations later, Set<Long> oldFiles) {
        Relation old = Objects.requireNonNull(all.get(number));
        Relation now = Objects.requireNonNull(later.all.get(number));
        // A new file without rows is what TRUNCATE makes: that is no work.
        if (now.fileNode() != old.fileNode()) {
            return now.bytes() > 0 ? "REWRITE" : "";
        }
        boolean built = later.all.values().stream()
                .anyMatch(
                        index -> index.table() == number && index.bytes() > 0 && !oldFiles.contains(index.fileNode()));
        if (built) {
            return "INDEX_BUILD";
        }
        return later.rowsReadOf(number, this) >= old.rows() ? "SCAN" : "";
    }

    // A foreign key is checked by a join, for which the server may as well read the index. The counters of a session
    // also hold those of earlier transactions that it has not yet handed over.
    private long rowsReadOf(long table, Relations before) {
        long most = 0;
        for (Map.Entry<Long, Relation> entry : all.entrySet()) {
            if (entry.getKey() == table || entry.getValue().table() == table) {
                Relation old = before.all.get(entry.getKey());
                most = Math.max(most, entry.getValue().rowsRead() - (old == null ? 0 : old.rowsRead()));
            }
        }
        return most;
    }
}
