package dev.godwit.it.parser;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Spells the {@code TypeName} nodes of PostgreSQL's parse tree in one way, for example {@code numeric(12,2)[]}. */
final class PostgresTypes {
    /** The bits of the field masks of {@code interval}, from {@code datetime.h}. */
    private static final Map<Integer, String> INTERVAL_FIELDS = Map.of(
            1 << 2, "year",
            1 << 1, "month",
            1 << 3, "day",
            1 << 10, "hour",
            1 << 11, "minute",
            1 << 12, "second");

    private static final List<Integer> INTERVAL_ORDER = List.of(1 << 2, 1 << 1, 1 << 3, 1 << 10, 1 << 11, 1 << 12);
    private static final int INTERVAL_ANY = 0x7FFF;

    private PostgresTypes() {}

    /** Returns the canonical spelling; empty where there is no type. */
    static String spelled(JsonNode type) {
        if (type.isMissingNode()) {
            return "";
        }
        String name = PostgresNames.dotted(type.path("names")).replaceFirst("^pg_catalog\\.", "");
        if (name.equals("char")) {
            name = "\"char\""; // without its quotes it would be bpchar
        }
        String set = type.path("setof").asBoolean(false) ? "setof " : "";
        String percent = type.path("pct_type").asBoolean(false) ? "%type" : "";
        return set + name + percent + modifiers(name, type.path("typmods")) + bounds(type.path("arrayBounds"));
    }

    private static String modifiers(String name, JsonNode modifiers) {
        if (modifiers.isEmpty()) {
            return "";
        }
        List<String> values = StreamSupport.stream(modifiers.spliterator(), false)
                .map(PostgresTypes::modifier)
                .toList();
        if (name.equals("interval")) {
            return interval(values);
        }
        return "(" + String.join(",", values) + ")";
    }

    private static String interval(List<String> values) {
        int mask = Integer.parseInt(values.getFirst());
        List<String> fields = INTERVAL_ORDER.stream()
                .filter(field -> mask != INTERVAL_ANY && (mask & field) != 0)
                .map(INTERVAL_FIELDS::get)
                .toList();
        String words = switch (fields.size()) {
            case 0 -> "";
            case 1 -> " " + fields.getFirst();
            default -> " " + fields.getFirst() + " to " + fields.getLast();
        };
        return values.size() == 1 ? words : words + "(" + values.get(1) + ")";
    }

    // A modifier may be any expression; what types take in practice is a number, a word or a string.
    private static String modifier(JsonNode node) {
        JsonNode constant = node.path("A_Const");
        if (constant.has("ival")) {
            return constant.path("ival").path("ival").asString("0");
        }
        if (constant.has("fval")) {
            return constant.path("fval").path("fval").asString("");
        }
        if (constant.has("sval")) {
            return constant.path("sval").path("sval").asString("");
        }
        return node.has("ColumnRef")
                ? PostgresNames.dotted(node.path("ColumnRef").path("fields"))
                : "?";
    }

    // PostgreSQL ignores how long an array is said to be.
    private static String bounds(JsonNode bounds) {
        return "[]".repeat(bounds.size());
    }
}
