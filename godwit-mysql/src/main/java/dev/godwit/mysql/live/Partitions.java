package dev.godwit.mysql.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads how tables are partitioned. */
final class Partitions {
    private record Row(String name, String method, Optional<String> expression, Optional<String> description) {}

    private final Source source;

    Partitions(Source source) {
        this.source = source;
    }

    /** Returns the clause behind a table's definition, by table. */
    Map<String, String> read() {
        Map<String, List<Row>> rows = source.byTable(
                """
                SELECT table_name, partition_name, partition_method, partition_expression, partition_description
                FROM information_schema.partitions
                WHERE table_schema = DATABASE() AND partition_name IS NOT NULL
                    AND (subpartition_ordinal_position IS NULL OR subpartition_ordinal_position = 1)
                ORDER BY table_name, partition_ordinal_position
                """,
                row -> new Row(
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5))));
        Map<String, String> clauses = new LinkedHashMap<>();
        rows.forEach((table, parts) -> clauses.put(table, clause(parts)));
        return clauses;
    }

    private String clause(List<Row> parts) {
        Row first = parts.getFirst();
        String expression = first.expression().map(source::expression).orElse("");
        String head = " PARTITION BY " + first.method() + " (" + expression + ")";
        boolean counted = first.method().endsWith("HASH") || first.method().endsWith("KEY");
        return head
                + (counted
                        ? " PARTITIONS " + parts.size()
                        : parts.stream().map(this::partition).collect(Collectors.joining(", ", " (", ")")));
    }

    private String partition(Row part) {
        String description = part.description().orElse("");
        String values = description.isEmpty()
                ? ""
                : part.method().startsWith("RANGE")
                        ? " VALUES LESS THAN "
                                + (description.equals("MAXVALUE") ? description : "(" + description + ")")
                        : " VALUES IN (" + description + ")";
        return "PARTITION " + source.quote(part.name()) + values;
    }
}
