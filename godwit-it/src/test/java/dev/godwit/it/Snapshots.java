package dev.godwit.it;

import dev.godwit.core.db.Session;
import java.util.ArrayList;
import java.util.List;

/** What a database looks like, as text. */
final class Snapshots {
    private Snapshots() {}

    static List<String> schema(TestDatabase.Product product, Session session) {
        return switch (product) {
            case POSTGRES_18, POSTGRES_14 -> postgres(session);
            case MYSQL, MARIADB -> mysql(session);
            case SQLITE ->
                session.query(
                        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'godwit%' AND tbl_name NOT LIKE 'godwit%'"
                                + " ORDER BY type, name",
                        TestDatabase::joined);
        };
    }

    /** Returns the tables whose rows are to be compared: all but Godwit's, whose journal must be empty and is listed whole. */
    static List<String> tables(TestDatabase.Product product, Session session) {
        return switch (product) {
            case POSTGRES_18, POSTGRES_14 ->
                session.query(
                        "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'godwit')"
                                + " UNION ALL SELECT 'godwit.godwit_journal' ORDER BY 1",
                        row -> String.valueOf(row.getString(1)));
            case MYSQL, MARIADB ->
                session.query(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = database()"
                                + " AND table_type = 'BASE TABLE' AND table_name NOT IN ('godwit_history', 'godwit_schema') ORDER BY 1",
                        row -> "`" + row.getString(1) + "`");
            case SQLITE ->
                session.query(
                        "SELECT name FROM sqlite_master WHERE type = 'table'"
                                + " AND name NOT IN ('godwit_history', 'godwit_schema') ORDER BY 1",
                        row -> "\"" + row.getString(1) + "\"");
        };
    }

    private static List<String> postgres(Session session) {
        List<String> lines = new ArrayList<>();
        String mine = " NOT IN ('pg_catalog', 'information_schema', 'godwit', 'pg_toast')";
        lines.addAll(session.query(
                "SELECT 'column', table_schema, table_name, column_name, data_type, is_nullable, column_default"
                        + " FROM information_schema.columns WHERE table_schema" + mine + " ORDER BY 2, 3, 4",
                TestDatabase::joined));
        lines.addAll(session.query(
                "SELECT 'index', n.nspname, i.relname, x.indisvalid, pg_get_indexdef(x.indexrelid) FROM pg_index x"
                        + " JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace n ON n.oid = i.relnamespace"
                        + " WHERE n.nspname" + mine + " ORDER BY 2, 3",
                TestDatabase::joined));
        lines.addAll(session.query(
                "SELECT 'constraint', n.nspname, conrelid::regclass, conname, convalidated, pg_get_constraintdef(c.oid)"
                        + " FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace WHERE n.nspname" + mine
                        + " ORDER BY 2, 3, 4",
                TestDatabase::joined));
        lines.addAll(session.query(
                "SELECT 'value', enumtypid::regtype, enumlabel, row_number() OVER (PARTITION BY enumtypid ORDER BY enumsortorder)"
                        + " FROM pg_enum ORDER BY 2, 4",
                TestDatabase::joined));
        lines.addAll(session.query(
                "SELECT 'function', n.nspname, proname, prosrc FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace"
                        + " WHERE n.nspname" + mine + " ORDER BY 2, 3",
                TestDatabase::joined));
        lines.addAll(session.query(
                "SELECT 'trigger', tgrelid::regclass, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
                        + " ORDER BY 2, 3",
                TestDatabase::joined));
        lines.addAll(session.query(
                "SELECT 'view', schemaname, viewname, definition FROM pg_views WHERE schemaname" + mine
                        + " ORDER BY 2, 3",
                TestDatabase::joined));
        return lines;
    }

    private static List<String> mysql(Session session) {
        List<String> lines = new ArrayList<>();
        for (String table : session.query(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = database()"
                        + " AND table_name NOT LIKE 'godwit%' ORDER BY 1",
                row -> String.valueOf(row.getString(1)))) {
            lines.addAll(session.query("SHOW CREATE TABLE `" + table + "`", TestDatabase::joined));
        }
        lines.addAll(session.query(
                "SELECT 'trigger', trigger_name, action_statement FROM information_schema.triggers"
                        + " WHERE trigger_schema = database() ORDER BY 2",
                TestDatabase::joined));
        lines.addAll(session.query(
                "SELECT 'routine', routine_name, routine_definition FROM information_schema.routines"
                        + " WHERE routine_schema = database() ORDER BY 2",
                TestDatabase::joined));
        return lines;
    }
}
