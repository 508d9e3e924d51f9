package dev.godwit.it;

import dev.godwit.it.TestDatabase.Product;
import java.util.ArrayList;
import java.util.List;

/** What the catalog of a server says of one table, as text that is equal for tables that were made alike. */
final class TableDefinitions {
    private TableDefinitions() {}

    /** Returns columns with types, nullability and defaults, then constraints, then indexes. */
    static List<String> of(TestDatabase database, String table) {
        return switch (database.product()) {
            case POSTGRES_18, POSTGRES_14 -> postgres(database, table);
            case MYSQL, MARIADB -> mysql(database, table);
            case SQLITE -> sqlite(database, table);
        };
    }

    private static List<String> postgres(TestDatabase database, String table) {
        String relation = "'" + table + "'::regclass";
        List<String> lines = new ArrayList<>(database.rows(
                "SELECT attnum, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, pg_get_expr(adbin, adrelid)"
                        + " FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
                        + " WHERE attrelid = " + relation + " AND attnum > 0 ORDER BY 1"));
        lines.addAll(database.rows("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = "
                + relation + " ORDER BY 1"));
        lines.addAll(database.rows(
                "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = " + relation + " ORDER BY 1"));
        lines.addAll(database.rows("SELECT relkind, relpersistence FROM pg_class WHERE oid = " + relation));
        return lines;
    }

    private static List<String> mysql(TestDatabase database, String table) {
        String here = " WHERE table_schema = database() AND table_name = '" + table + "' ";
        List<String> lines = new ArrayList<>(database.rows(
                "SELECT ordinal_position, column_name, column_type, is_nullable, column_default, extra, collation_name"
                        + " FROM information_schema.columns" + here + "ORDER BY 1"));
        lines.addAll(database.rows("SELECT constraint_name, constraint_type FROM information_schema.table_constraints"
                + here + "ORDER BY 1"));
        lines.addAll(database.rows("SELECT index_name, seq_in_index, column_name, non_unique, index_type"
                + " FROM information_schema.statistics" + here + "ORDER BY 1, 2"));
        lines.addAll(database.rows("SELECT engine, table_collation FROM information_schema.tables" + here));
        return lines;
    }

    private static List<String> sqlite(TestDatabase database, String table) {
        List<String> lines = new ArrayList<>(
                database.rows("SELECT cid, name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('" + table
                        + "') ORDER BY 1"));
        lines.addAll(database.rows("SELECT i.name, i.\"unique\", i.origin, c.seqno, c.name FROM pragma_index_list('"
                + table + "') i, pragma_index_info(i.name) c ORDER BY 1, 4"));
        lines.addAll(database.rows(
                "SELECT count(*) FROM sqlite_master WHERE name = '" + table + "' AND sql LIKE '%AUTOINCREMENT%'"));
        return lines;
    }

    /** Tells whether DDL of the product takes part in transactions. */
    static boolean isTransactional(Product product) {
        return switch (product) {
            case POSTGRES_18, POSTGRES_14, SQLITE -> true;
            case MYSQL, MARIADB -> false;
        };
    }
}
