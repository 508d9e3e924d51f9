package dev.godwit.mysql.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables with their columns, keys and checks. */
final class Tables {
    /**
     * In MariaDB json stands for longtext with a CHECK that has the name of the column; told as people write it, it is the type that a statement
     * which says json is compared with.
     */
    private static final String JSON =
            "c.column_type = 'longtext' AND EXISTS (SELECT 1 FROM information_schema.check_constraints k"
                    + " WHERE k.constraint_schema = c.table_schema AND k.table_name = c.table_name"
                    + " AND k.constraint_name = c.column_name"
                    + " AND k.check_clause = concat('json_valid(`', replace(c.column_name, '`', '``'), '`)'))";

    private record Row(String name, String type, Optional<String> engine, Optional<String> collation) {}

    private final Source source;

    Tables(Source source) {
        this.source = source;
    }

    void define() {
        List<Row> tables = source.session()
                .query(
                        """
                        SELECT table_name, table_type, engine, table_collation FROM information_schema.tables
                        WHERE table_schema = DATABASE() AND table_type <> 'VIEW'
                        ORDER BY table_name
                        """,
                        row -> new Row(
                                row.getString(1),
                                row.getString(2),
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4))));
        Map<String, List<String>> columns = columns();
        Map<String, List<String>> keys = new Keys(source).read();
        Map<String, List<String>> checks = checks();
        Map<String, String> partitions = new Partitions(source).read();
        for (Row table : tables) {
            if (table.type().equals("SEQUENCE")) {
                source.builder().define("CREATE SEQUENCE " + source.quote(table.name()));
            } else {
                List<String> elements = new ArrayList<>(columns.getOrDefault(table.name(), List.of()));
                elements.addAll(keys.getOrDefault(table.name(), List.of()));
                elements.addAll(checks.getOrDefault(table.name(), List.of()));
                source.builder().define(sql(table, elements) + partitions.getOrDefault(table.name(), ""));
            }
        }
    }

    private String sql(Row table, List<String> elements) {
        return "CREATE TABLE " + source.quote(table.name()) + " (" + String.join(", ", elements) + ")"
                + table.engine().map(engine -> " ENGINE = " + engine).orElse("")
                + table.collation().map(collation -> " COLLATE = " + collation).orElse("")
                + (table.type().equals("SYSTEM VERSIONED") ? " WITH SYSTEM VERSIONING" : "");
    }

    private Map<String, List<String>> columns() {
        return source.byTable(
                """
            SELECT c.table_name, c.column_name, c.column_type, c.is_nullable, c.column_default, c.extra,
                   c.generation_expression, c.column_comment,
                   CASE WHEN c.collation_name <> t.table_collation THEN c.character_set_name END,
                   CASE WHEN c.collation_name <> t.table_collation THEN c.collation_name END,
                   %s
            FROM information_schema.columns c
            JOIN information_schema.tables t
                ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type <> 'VIEW'
            WHERE c.table_schema = DATABASE()
            ORDER BY c.table_name, c.ordinal_position
            """.formatted(source.isMariadb() ? JSON : "FALSE"), row -> new ColumnText(source, row).sql());
    }

    /** A row of the columns, as SQL has it. */
    private record ColumnText(Source source, ResultSet row) {
        String sql() throws SQLException {
            String extra = text(6).toLowerCase(java.util.Locale.ROOT);
            String generated = generated(extra);
            return source.quote(text(2)) + " " + (isJson() ? "json" : text(3) + charset()) + generated
                    + (text(4).equals("NO") ? " NOT NULL" : "")
                    + (generated.isEmpty() ? value(extra) : "")
                    + (extra.contains("auto_increment") ? " AUTO_INCREMENT" : "")
                    + onUpdate(extra)
                    + (extra.contains("invisible") ? " INVISIBLE" : "")
                    + comment();
        }

        private String text(int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? "" : text;
        }

        private boolean isJson() throws SQLException {
            return row.getBoolean(11);
        }

        private String charset() throws SQLException {
            return text(9).isEmpty() ? "" : " CHARACTER SET " + text(9) + " COLLATE " + text(10);
        }

        private String generated(String extra) throws SQLException {
            if (text(7).isEmpty()) {
                return "";
            }
            boolean virtual = extra.contains("virtual");
            return " GENERATED ALWAYS AS (" + source.expression(text(7)) + ")" + (virtual ? " VIRTUAL" : " STORED");
        }

        private String value(String extra) throws SQLException {
            String value = row.getString(5);
            if (value == null || (source.isMariadb() && value.equals("NULL"))) {
                return "";
            }
            if (source.isMariadb()) {
                return " DEFAULT " + value;
            }
            boolean time = value.toUpperCase(java.util.Locale.ROOT).startsWith("CURRENT_TIMESTAMP");
            if (extra.contains("default_generated")) {
                return " DEFAULT " + (time ? value : "(" + source.expression(value) + ")");
            }
            boolean raw = text(3).startsWith("bit") || isNumber(value);
            return " DEFAULT " + (raw ? value : source.dialect().literal(value));
        }

        private static boolean isNumber(String text) {
            return text.matches("-?[0-9]+(\\.[0-9]+)?");
        }

        private static String onUpdate(String extra) {
            String start = "on update ";
            int found = extra.indexOf(start);
            return found < 0
                    ? ""
                    : " ON UPDATE " + extra.substring(found + start.length()).split(" ", -1)[0];
        }

        private String comment() throws SQLException {
            return text(8).isEmpty()
                    ? ""
                    : " COMMENT '" + text(8).replace("\\", "\\\\").replace("'", "''") + "'";
        }
    }

    private Map<String, List<String>> checks() {
        return source.isMariadb() ? source.byTable("""
            SELECT table_name, constraint_name, check_clause, 'YES' FROM information_schema.check_constraints
            WHERE constraint_schema = DATABASE()
                AND check_clause <> concat('json_valid(`', replace(constraint_name, '`', '``'), '`)')
            ORDER BY table_name, constraint_name
            """, this::check) : source.byTable("""
                SELECT t.table_name, c.constraint_name, c.check_clause, t.enforced
                FROM information_schema.check_constraints c
                JOIN information_schema.table_constraints t ON t.constraint_schema = c.constraint_schema
                    AND t.constraint_name = c.constraint_name AND t.constraint_type = 'CHECK'
                WHERE c.constraint_schema = DATABASE()
                ORDER BY t.table_name, c.constraint_name
                """, this::check);
    }

    private String check(ResultSet row) throws SQLException {
        return "CONSTRAINT " + source.quote(row.getString(2)) + " CHECK ("
                + source.expression(String.valueOf(row.getString(3))) + ")"
                + ("NO".equals(row.getString(4)) ? " NOT ENFORCED" : "");
    }
}
