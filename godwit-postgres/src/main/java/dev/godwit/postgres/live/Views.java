package dev.godwit.postgres.live;

import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads views, with what they read from as the server knows it. */
final class Views {
    private static final String QUERIES = """
        SELECT c.oid, pg_get_viewdef(c.oid),
               (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('v', 'm') AND
        """ + Source.OF_USERS + """
        ORDER BY c.oid
        """;

    private static final String READS = """
        SELECT DISTINCT r.ev_class, d.refobjid
        FROM pg_rewrite r
        JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
            AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
        JOIN pg_class c ON c.oid = r.ev_class AND c.relkind IN ('v', 'm')
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE
        """ + Source.OF_USERS + """
        """;

    private record Query(long view, String text, String columns) {}

    private final Source source;
    private final Relations relations;

    Views(Source source, Relations relations) {
        this.source = source;
        this.relations = relations;
    }

    void read() {
        List<Query> queries = new ArrayList<>(source.query(
                QUERIES,
                row -> new Query(row.getLong(1), String.valueOf(row.getString(2)), String.valueOf(row.getString(3)))));
        queries.forEach(query -> relations.find(query.view()).ifPresent(view -> source.define(sql(view, query))));
        reads().forEach((id, names) -> relations
                .find(id)
                .flatMap(view -> source.builder().view(view.name()))
                .ifPresent(view -> source.builder().put(view.withReads(names))));
    }

    private static String sql(Relation view, Query query) {
        String kind = view.kind().equals("m") ? "MATERIALIZED VIEW" : "VIEW";
        String text = query.text().strip();
        String bare = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        return "CREATE " + kind + " " + view.sql() + " (" + query.columns() + ") AS " + bare;
    }

    private Map<Long, Set<QualifiedName>> reads() {
        Map<Long, Set<QualifiedName>> reads = new HashMap<>();
        source.query(READS, row -> Map.entry(row.getLong(1), row.getLong(2)))
                .forEach(pair -> relations
                        .find(pair.getValue())
                        .ifPresent(read -> reads.computeIfAbsent(pair.getKey(), id -> new HashSet<>())
                                .add(read.name())));
        return reads;
    }
}
