package dev.godwit.postgres.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables with their columns, and the names of all relations. */
final class Relations {
    private static final String RELATIONS = """
        SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, array_to_string(c.reloptions, ', '),
               pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid), c.relrowsecurity,
               c.relforcerowsecurity, c.relreplident, s.srvname, t.spcname,
               CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid
        LEFT JOIN pg_foreign_server s ON s.oid = f.ftserver
        LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND
        """ + Source.OF_USERS + """
        ORDER BY c.oid
        """;

    private static final String COLUMNS = """
        SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
               a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
               CASE WHEN a.attcollation <> y.typcollation THEN quote_ident(l.collname) END,
               CASE WHEN a.attcollation <> y.typcollation AND m.nspname <> 'pg_catalog' THEN quote_ident(m.nspname) END,
               CASE WHEN a.attidentity <> '' THEN (
                   SELECT concat_ws(' ',
                       CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
                           THEN 'START WITH ' || s.seqstart END,
                       CASE WHEN s.seqincrement <> 1 THEN 'INCREMENT BY ' || s.seqincrement END,
                       CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE -r.most - 1 END
                           THEN 'MINVALUE ' || s.seqmin END,
                       CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN r.most ELSE -1 END
                           THEN 'MAXVALUE ' || s.seqmax END,
                       CASE WHEN s.seqcache <> 1 THEN 'CACHE ' || s.seqcache END,
                       CASE WHEN s.seqcycle THEN 'CYCLE' END)
                   FROM pg_depend d
                   JOIN pg_sequence s ON s.seqrelid = d.objid
                   CROSS JOIN LATERAL (SELECT CASE s.seqtypid WHEN 'smallint'::regtype THEN 32767
                       WHEN 'integer'::regtype THEN 2147483647 ELSE 9223372036854775807 END::bigint AS most) r
                   WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                       AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum AND d.deptype = 'i' LIMIT 1) END
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type y ON y.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation l ON l.oid = a.attcollation
        LEFT JOIN pg_namespace m ON m.oid = l.collnamespace
        WHERE a.attnum > 0 AND NOT a.attisdropped AND
        """ + Source.OF_USERS + """
        ORDER BY a.attrelid, a.attnum
        """;

    /** NOT NULL is a constraint with a name, and perhaps not valid, since 18. */
    private static final String NOT_NULLS = """
        SELECT k.conrelid, a.attname, k.conname, k.convalidated, k.connoinherit
        FROM pg_constraint k
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        JOIN pg_namespace n ON n.oid = k.connamespace
        WHERE k.contype = 'n' AND k.conrelid <> 0 AND
        """ + Source.OF_USERS + """
        """;

    private static final String INHERITANCE = """
        SELECT i.inhrelid, i.inhparent
        FROM pg_inherits i
        JOIN pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p', 'f')
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE
        """ + Source.OF_USERS + """
        ORDER BY i.inhrelid, i.inhseqno
        """;

    private record Row(
            Relation relation,
            String persistence,
            Optional<String> options,
            Optional<String> partitionKey,
            Optional<String> bound,
            boolean rowSecurity,
            boolean forced,
            String replicaIdentity,
            Optional<String> server,
            Optional<String> tablespace,
            Optional<String> type) {}

    private record Inheritance(long child, long parent) {}

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final List<Inheritance> inheritance = new ArrayList<>();

    static Relations of(Source source) {
        Relations all = new Relations();
        source.query(RELATIONS, row -> row(source, row))
                .forEach(row -> all.rows.put(row.relation().id(), row));
        all.inheritance.addAll(source.query(INHERITANCE, row -> new Inheritance(row.getLong(1), row.getLong(2))));
        return all;
    }

    private static Row row(Source source, ResultSet row) throws SQLException {
        String schema = row.getString(2);
        String name = row.getString(3);
        return new Row(
                new Relation(row.getLong(1), source.name(schema, name), source.quoted(schema, name), row.getString(4)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)).filter(text -> !text.isEmpty()),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getString(11),
                Optional.ofNullable(row.getString(12)),
                Optional.ofNullable(row.getString(13)),
                Optional.ofNullable(row.getString(14)));
    }

    Optional<Relation> find(long id) {
        return Optional.ofNullable(rows.get(id)).map(Row::relation);
    }

    List<Relation> all() {
        return rows.values().stream().map(Row::relation).toList();
    }

    /** Returns the partitions and children of a relation, not those of theirs. */
    List<Long> children(long parent) {
        return inheritance.stream()
                .filter(link -> link.parent() == parent)
                .map(Inheritance::child)
                .toList();
    }

    /** Defines the tables with their columns. */
    void define(Source source) {
        Map<Long, List<String>> columns = columns(source);
        for (Row row : rows.values()) {
            if (row.relation().isTable()) {
                source.define(
                        table(source, row, columns.getOrDefault(row.relation().id(), List.of())));
                row.type().ifPresent(type -> alter(source, row.relation(), "OF " + type));
                security(source, row);
            }
        }
    }

    private static String table(Source source, Row row, List<String> columns) {
        String kind = row.server().isPresent() ? "FOREIGN TABLE " : "TABLE ";
        String logging = row.persistence().equals("u") ? "UNLOGGED " : "";
        return "CREATE " + logging + kind + row.relation().sql() + " (" + String.join(", ", columns) + ")"
                + row.partitionKey().map(key -> " PARTITION BY " + key).orElse("")
                + row.server()
                        .map(name -> " SERVER " + source.dialect().quote(name))
                        .orElse("")
                + row.options()
                        .filter(options -> row.server().isEmpty())
                        .map(options -> " WITH (" + options + ")")
                        .orElse("")
                + row.tablespace()
                        .map(name -> " TABLESPACE " + source.dialect().quote(name))
                        .orElse("");
    }

    private static void alter(Source source, Relation relation, String action) {
        source.define("ALTER TABLE ONLY " + relation.sql() + " " + action);
    }

    private static void security(Source source, Row row) {
        if (row.rowSecurity()) {
            alter(source, row.relation(), "ENABLE ROW LEVEL SECURITY");
        }
        if (row.forced()) {
            alter(source, row.relation(), "FORCE ROW LEVEL SECURITY");
        }
        if (row.replicaIdentity().equals("f")) {
            alter(source, row.relation(), "REPLICA IDENTITY FULL");
        }
        if (row.replicaIdentity().equals("n")) {
            alter(source, row.relation(), "REPLICA IDENTITY NOTHING");
        }
    }

    private Map<Long, List<String>> columns(Source source) {
        Map<Long, Map<String, String>> notNulls = notNulls(source);
        Map<Long, List<String>> columns = new HashMap<>();
        source.query(COLUMNS, row -> {
                    String notNull = row.getBoolean(4) ? " NOT NULL" : "";
                    String said =
                            notNulls.getOrDefault(row.getLong(1), Map.of()).getOrDefault(row.getString(2), notNull);
                    return Map.entry(row.getLong(1), column(source, row) + said);
                })
                .forEach(column -> columns.computeIfAbsent(column.getKey(), id -> new ArrayList<>())
                        .add(column.getValue()));
        return columns;
    }

    private static Map<Long, Map<String, String>> notNulls(Source source) {
        Map<Long, Map<String, String>> found = new HashMap<>();
        if (source.atLeast(18)) {
            source.query(NOT_NULLS, row -> {
                String constraint = " CONSTRAINT " + source.dialect().quote(row.getString(3)) + " NOT NULL"
                        + (row.getBoolean(5) ? " NO INHERIT" : "")
                        + (row.getBoolean(4) ? "" : " NOT VALID");
                found.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getString(2), constraint);
                return constraint;
            });
        }
        return found;
    }

    private static String column(Source source, ResultSet row) throws SQLException {
        String schema =
                Optional.ofNullable(row.getString(9)).map(name -> name + ".").orElse("");
        String collation = Optional.ofNullable(row.getString(8))
                .map(name -> " COLLATE " + schema + name)
                .orElse("");
        return source.dialect().quote(row.getString(2)) + " " + row.getString(3) + collation + value(row);
    }

    private static String value(ResultSet row) throws SQLException {
        String expression = row.getString(7);
        String generated = String.valueOf(row.getString(6));
        if (generated.equals("s") || generated.equals("v")) {
            return " GENERATED ALWAYS AS (" + expression + ")" + (generated.equals("s") ? " STORED" : " VIRTUAL");
        }
        String identity = String.valueOf(row.getString(5));
        if (identity.equals("a") || identity.equals("d")) {
            return " GENERATED " + (identity.equals("a") ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                    + Optional.ofNullable(row.getString(10))
                            .filter(options -> !options.isEmpty())
                            .map(options -> " (" + options + ")")
                            .orElse("");
        }
        return expression == null ? "" : " DEFAULT " + expression;
    }

    /** Ties partitions and children to their parents, when both have all that they have. */
    void link(Source source) {
        for (Inheritance link : inheritance) {
            Row child = rows.get(link.child());
            Row parent = rows.get(link.parent());
            if (child != null && parent != null && child.bound().isPresent()) {
                alter(
                        source,
                        parent.relation(),
                        "ATTACH PARTITION " + child.relation().sql() + " "
                                + child.bound().get());
            } else if (child != null && parent != null) {
                alter(source, child.relation(), "INHERIT " + parent.relation().sql());
            }
        }
    }
}
