package dev.godwit.it.plan;

import dev.godwit.core.db.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All that PostgreSQL's catalog says of the objects of users, as lines that are equal for equal schemas. */
public final class SchemaText {
    private static final String MINE =
            " NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg_temp%'";

    private static final List<String> QUERIES = List.of("""
            SELECT 'relation', c.oid::regclass, c.relkind, c.relpersistence, c.reloptions, c.relrowsecurity, c.relreplident,
                   obj_description(c.oid, 'pg_class'), pg_get_expr(c.relpartbound, c.oid),
                   (SELECT array_agg(acl::text ORDER BY acl::text) FROM unnest(c.relacl) acl)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname""", """
            SELECT 'column', a.attrelid::regclass, row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum), a.attname,
                   format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attcollation,
                   pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum), a.attacl
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname""", """
            SELECT 'index', i.indexrelid::regclass, i.indisvalid, i.indisprimary, i.indimmediate, pg_get_indexdef(i.indexrelid),
                   (SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = i.indexrelid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname""", """
            SELECT 'constraint', k.conrelid::regclass, k.contypid::regtype, k.conname, k.convalidated, pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE n.nspname""", """
            SELECT 'trigger', t.tgrelid::regclass, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid)
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND n.nspname""", """
            SELECT 'view', c.oid::regclass, pg_get_viewdef(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND n.nspname""", """
            SELECT 'routine', p.oid::regprocedure, p.prosrc, p.proconfig
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname""", """
            SELECT 'sequence', s.seqrelid::regclass, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmax, s.seqmin,
                   (SELECT d.refobjid::regclass || '.' || d.refobjsubid FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.deptype IN ('a', 'i'))
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname""", """
            SELECT 'type', t.oid::regtype, t.typtype,
                   (SELECT array_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd', 'c') AND n.nspname""", """
            SELECT 'policy', p.polrelid::regclass, p.polname, pg_get_expr(p.polqual, p.polrelid)
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname""");

    private SchemaText() {}

    /** Returns them. */
    public static List<String> of(Session session) {
        List<String> lines = new ArrayList<>();
        for (String query : QUERIES) {
            lines.addAll(session.query(query + MINE, SchemaText::line).stream()
                    .sorted()
                    .toList());
        }
        return lines;
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(String.valueOf(row.getString(i)));
        }
        return String.join(" | ", values);
    }
}
