package dev.godwit.core.lint.rule;

import dev.godwit.sql.TypeName;
import java.util.Map;

/** Compares how much types can hold. */
final class Widths {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("tinyint", 8),
            Map.entry("smallint", 16),
            Map.entry("mediumint", 24),
            Map.entry("integer", 32),
            Map.entry("bigint", 64),
            Map.entry("numeric", 1_000));
    private static final Map<String, Integer> FRACTIONS = Map.of("real", 1, "double precision", 2, "numeric", 3);
    private static final Map<String, Integer> TIMES =
            Map.of("date", 1, "timestamp", 2, "timestamp with time zone", 2, "time", 1);

    private Widths() {}

    /** Tells whether values of one type may not fit into the other. */
    static boolean isNarrower(TypeName from, TypeName to) {
        String before = TypeKinds.of(from);
        String after = TypeKinds.of(to);
        if (isText(from) && isText(to)) {
            return length(to) < length(from);
        }
        if (isText(from)) {
            return false;
        }
        if (before.equals("numeric") && after.equals("numeric")) {
            return digits(to, 0) - digits(to, 1) < digits(from, 0) - digits(from, 1) || digits(to, 1) < digits(from, 1);
        }
        return isLess(NUMBERS, before, after)
                || isLess(TIMES, before, after)
                || (!NUMBERS.containsKey(before) && isLess(FRACTIONS, before, after))
                || (FRACTIONS.containsKey(before)
                        && !before.equals("numeric")
                        && NUMBERS.containsKey(after)
                        && !after.equals("numeric"));
    }

    private static boolean isLess(Map<String, Integer> order, String before, String after) {
        return order.containsKey(before) && order.containsKey(after) && order.get(after) < order.get(before);
    }

    static boolean isText(TypeName type) {
        String kind = TypeKinds.of(type);
        return kind.equals("text") || kind.equals("character");
    }

    private static int length(TypeName type) {
        if (!type.arguments().isEmpty()) {
            return number(type.arguments().getFirst());
        }
        return TypeKinds.of(type).equals("character") ? 1 : Integer.MAX_VALUE;
    }

    // Without a precision numeric holds up to 131072 digits before and 16383 behind the point.
    private static int digits(TypeName type, int argument) {
        if (type.arguments().isEmpty()) {
            return argument == 0 ? 147_455 : 16_383;
        }
        return argument < type.arguments().size() ? number(type.arguments().get(argument)) : 0;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }
}
