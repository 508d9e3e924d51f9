package dev.godwit.it;

import java.util.ArrayList;
import java.util.List;

/** All that a PostgreSQL database's catalog says of what users have made, as text that is equal for equal schemas. */
final class PostgresDump {
    private static final String MINE = " n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'godwit') ";

    private static final String COLUMNS = """
        SELECT 'column', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
               a.attgenerated, pg_get_expr(d.adbin, d.adrelid), a.attcollation::regcollation, a.attstorage, a.attcompression,
               nullif(a.attstattarget, -1), a.attoptions,
               (SELECT string_agg(x::text, ',' ORDER BY x::text) FROM unnest(a.attacl) x), col_description(c.oid, a.attnum)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p') AND
        """;

    private static final String ORDER = """
        SELECT 'order', a.attrelid::regclass, a.attname
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p') AND
        """;

    private static final List<String> OTHERS = List.of(
            """
            SELECT 'constraint', k.conrelid::regclass, k.conname, k.convalidated, pg_get_constraintdef(k.oid),
                   obj_description(k.oid, 'pg_constraint')
            FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE
            """,
            """
            SELECT 'index', i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisreplident,
                   i.indisclustered, c.reloptions, obj_description(c.oid, 'pg_class')
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE
            """,
            """
            SELECT 'trigger', t.tgrelid::regclass, pg_get_triggerdef(t.oid), t.tgenabled
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND
            """,
            "SELECT 'function', p.oid::regprocedure, p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ",
            """
            SELECT 'sequence', s.seqrelid::regclass, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmax, s.seqmin,
                   s.seqcache, s.seqcycle,
                   (SELECT d.refobjid::regclass || '.' || a.attname || d.deptype::text FROM pg_depend d
                    JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                    WHERE d.objid = s.seqrelid AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0
                        AND d.deptype IN ('a', 'i'))
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE
            """,
            """
            SELECT 'statistics', s.stxname, pg_get_statisticsobjdef(s.oid)
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE
            """,
            """
            SELECT 'relation', c.relname, c.relkind, c.relreplident, c.reloptions
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE
            """);

    private PostgresDump() {}

    /** Returns the schema with the order of columns. */
    static String inOrder(TestDatabase database) {
        List<String> lines = new ArrayList<>(List.of(inAnyOrder(database)));
        lines.addAll(database.rows(ORDER + MINE + "ORDER BY a.attrelid::regclass::text, a.attnum"));
        return String.join("\n", lines);
    }

    /** Returns the schema whatever the order of columns. */
    static String inAnyOrder(TestDatabase database) {
        List<String> lines = new ArrayList<>(database.rows(COLUMNS + MINE));
        OTHERS.forEach(query -> lines.addAll(database.rows(query + MINE)));
        return String.join("\n", lines.stream().sorted().toList());
    }
}
