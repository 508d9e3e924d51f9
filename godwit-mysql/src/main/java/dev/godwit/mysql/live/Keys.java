package dev.godwit.mysql.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the keys and indexes of tables. */
final class Keys {
    private record Element(String index, boolean unique, String type, String text) {}

    private final Source source;

    Keys(Source source) {
        this.source = source;
    }

    /** Returns them as a table's definition has them, by table. */
    Map<String, List<String>> read() {
        // MariaDB has no indexes on expressions, and no such column
        String expression = source.isMariadb() ? "NULL" : "expression";
        Map<String, List<Element>> elements = source.byTable(
                "SELECT table_name, index_name, non_unique, index_type, column_name, sub_part, collation, " + expression
                        + " FROM information_schema.statistics WHERE table_schema = DATABASE()"
                        + " ORDER BY table_name, index_name, seq_in_index",
                this::element);
        Map<String, List<String>> keys = new LinkedHashMap<>();
        elements.forEach((table, parts) -> keys.put(table, keys(parts)));
        return keys;
    }

    private Element element(ResultSet row) throws SQLException {
        String column = Optional.ofNullable(row.getString(5)).map(source::quote).orElse("");
        String length = Optional.ofNullable(row.getString(6))
                .map(part -> "(" + part + ")")
                .orElse("");
        String expression = Optional.ofNullable(row.getString(8))
                .map(text -> "(" + source.expression(text) + ")")
                .orElse("");
        String order = "D".equals(row.getString(7)) ? " DESC" : "";
        String type = String.valueOf(row.getString(4));
        boolean prefix = !type.equals("SPATIAL") && !type.equals("FULLTEXT");
        return new Element(
                row.getString(2), row.getInt(3) == 0, type, column + (prefix ? length : "") + expression + order);
    }

    private List<String> keys(List<Element> elements) {
        Map<String, List<Element>> byName = elements.stream()
                .collect(Collectors.groupingBy(Element::index, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream().map(this::key).toList();
    }

    private String key(List<Element> parts) {
        Element first = parts.getFirst();
        String elements = parts.stream().map(Element::text).collect(Collectors.joining(", ", " (", ")"));
        if (first.index().equals("PRIMARY")) {
            return "PRIMARY KEY" + elements;
        }
        String kind = switch (first.type()) {
            case "FULLTEXT", "SPATIAL", "VECTOR" -> first.type() + " INDEX ";
            default -> first.unique() ? "UNIQUE INDEX " : "INDEX ";
        };
        String method = first.type().equals("HASH") ? " USING HASH" : "";
        return kind + source.quote(first.index()) + method + elements;
    }
}
