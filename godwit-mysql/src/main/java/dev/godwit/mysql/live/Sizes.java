package dev.godwit.mysql.live;

import dev.godwit.core.catalog.Measures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads how large and how busy tables are, and which were changed in place. */
final class Sizes {
    private record Use(String table, long reads, long writes) {}

    private record Size(String table, long rows, long bytes, long indexBytes) {}

    private final Source source;

    Sizes(Source source) {
        this.source = source;
    }

    void measure() {
        Map<String, Use> uses = new HashMap<>();
        source.ifAllowed("""
            SELECT object_name, count_read, count_write
            FROM performance_schema.table_io_waits_summary_by_table
            WHERE object_schema = DATABASE()
            """, row -> new Use(row.getString(1), row.getLong(2), row.getLong(3)))
                .forEach(use -> uses.put(use.table(), use));
        sizes().forEach(size -> put(size, uses.getOrDefault(size.table(), new Use(size.table(), 0, 0))));
        versions();
    }

    // MySQL would answer from what it remembers of yesterday (Reference Manual, 8.0, information_schema_stats_expiry)
    private List<Size> sizes() {
        if (source.isMariadb()) {
            return tables();
        }
        String remembered = source.session()
                .first("SELECT @@SESSION.information_schema_stats_expiry", row -> row.getString(1))
                .orElse("86400");
        source.session().execute("SET SESSION information_schema_stats_expiry = 0");
        try {
            return tables();
        } finally {
            source.session().execute("SET SESSION information_schema_stats_expiry = " + remembered);
        }
    }

    private List<Size> tables() {
        return source.session()
                .query("""
                    SELECT table_name, coalesce(table_rows, 0), coalesce(data_length, 0), coalesce(index_length, 0)
                    FROM information_schema.tables
                    WHERE table_schema = DATABASE() AND table_type <> 'VIEW'
                    """, row -> new Size(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    private void put(Size size, Use use) {
        Measures measures = new Measures(size.rows(), size.bytes(), size.indexBytes(), use.writes(), use.reads());
        source.builder().change(Source.name(size.table()), table -> table.with(measures));
    }

    private record Versions(String table, int count) {}

    // MySQL 8.0.29 and newer count them; a user without PROCESS cannot see it
    private void versions() {
        if (source.isMariadb()) {
            return;
        }
        source.ifAllowed("""
            SELECT t.table_name, max(i.total_row_versions)
            FROM information_schema.innodb_tables i
            JOIN information_schema.tables t
                ON i.name = concat(t.table_schema, '/', t.table_name)
            WHERE t.table_schema = DATABASE() AND i.total_row_versions > 0
            GROUP BY t.table_name
            """, row -> new Versions(row.getString(1), row.getInt(2)))
                .forEach(found -> source.builder()
                        .change(Source.name(found.table()), table -> table.changedInPlace(found.count())));
    }
}
