package dev.godwit.mysql.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads foreign keys. */
final class ForeignKeys {
    private record Row(
            String name,
            String column,
            Optional<String> schema,
            String table,
            String parent,
            String onUpdate,
            String onDelete) {}

    private final Source source;

    ForeignKeys(Source source) {
        this.source = source;
    }

    void define() {
        source.byTable(
                        """
                        SELECT k.table_name, k.constraint_name, k.column_name,
                               CASE WHEN k.referenced_table_schema <> k.table_schema THEN k.referenced_table_schema END,
                               k.referenced_table_name, k.referenced_column_name, r.update_rule, r.delete_rule
                        FROM information_schema.key_column_usage k
                        JOIN information_schema.referential_constraints r
                            ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                            AND r.table_name = k.table_name
                        WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
                        ORDER BY k.table_name, k.constraint_name, k.ordinal_position
                        """,
                        row -> new Row(
                                row.getString(2),
                                row.getString(3),
                                Optional.ofNullable(row.getString(4)),
                                row.getString(5),
                                row.getString(6),
                                String.valueOf(row.getString(7)),
                                String.valueOf(row.getString(8))))
                .forEach(this::define);
    }

    private void define(String table, List<Row> rows) {
        Map<String, List<Row>> byName =
                rows.stream().collect(Collectors.groupingBy(Row::name, LinkedHashMap::new, Collectors.toList()));
        byName.values().forEach(key -> source.builder().define(sql(table, key)));
    }

    private String sql(String table, List<Row> key) {
        Row first = key.getFirst();
        String schema = first.schema().map(name -> source.quote(name) + ".").orElse("");
        return "ALTER TABLE " + source.quote(table) + " ADD CONSTRAINT " + source.quote(first.name())
                + " FOREIGN KEY (" + names(key.stream().map(Row::column).toList()) + ") REFERENCES " + schema
                + source.quote(first.table()) + " ("
                + names(key.stream().map(Row::parent).toList()) + ")"
                + rule("DELETE", first.onDelete())
                + rule("UPDATE", first.onUpdate());
    }

    private String names(List<String> columns) {
        return columns.stream().map(source::quote).collect(Collectors.joining(", "));
    }

    // MySQL says NO ACTION, and MariaDB RESTRICT, where nothing is said; both mean the same there
    private static String rule(String event, String action) {
        boolean usual = action.equals("NO ACTION") || action.equals("RESTRICT");
        return usual ? "" : " ON " + event + " " + action;
    }
}
