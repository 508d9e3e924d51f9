package dev.godwit.postgres.lint;

import java.util.Locale;

/** Knows the other names of integer types. */
final class TypeText {
    private TypeText() {}

    static String canonical(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "int", "int4", "integer" -> "integer";
            case "int2", "smallint" -> "smallint";
            case "int8", "bigint" -> "bigint";
            default -> type.toLowerCase(Locale.ROOT);
        };
    }
}
