package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ColumnDefinition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that columns of STRICT tables may have (sqlite.org/stricttables.html). */
final class StrictTypes {
    static final String OPTION = "STRICT";
    private static final Set<String> TYPES = Set.of("int", "integer", "real", "text", "blob", "any");
    private static final Map<String, String> NEAREST = Map.of(
            "bool", "INTEGER",
            "date", "TEXT",
            "time", "TEXT",
            "json", "TEXT",
            "uuid", "TEXT",
            "numeric", "REAL",
            "decimal", "REAL");

    private StrictTypes() {}

    static boolean isAtFault(Optional<Table> table, ColumnDefinition column) {
        return table.filter(known -> known.options().containsKey(OPTION)).isPresent() && !isAllowed(column);
    }

    static boolean isAllowed(ColumnDefinition column) {
        return column.type()
                .filter(type ->
                        type.arguments().isEmpty() && TYPES.contains(type.base().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** Returns the type that holds what another one would (datatype3.html, 3.1). */
    static String nearest(ColumnDefinition column) {
        String said =
                column.type().map(type -> type.base().toLowerCase(Locale.ROOT)).orElse("any");
        for (Map.Entry<String, String> known : NEAREST.entrySet()) {
            if (said.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        if (said.contains("int") || said.contains("serial")) {
            return "INTEGER";
        }
        if (said.contains("char") || said.contains("clob") || said.contains("text")) {
            return "TEXT";
        }
        if (said.contains("blob") || said.contains("binary")) {
            return "BLOB";
        }
        return said.contains("real") || said.contains("floa") || said.contains("doub") ? "REAL" : "ANY";
    }
}
