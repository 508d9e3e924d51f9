package dev.godwit.core.lint.rule;

import dev.godwit.sql.TypeName;
import java.util.Map;

/** Names types by what they hold, so that aliases are equal. */
final class TypeKinds {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("serial", "integer"),
            Map.entry("serial4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("bigserial", "bigint"),
            Map.entry("serial8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("serial2", "smallint"),
            Map.entry("varchar", "text"),
            Map.entry("character varying", "text"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("timestamptz", "timestamp with time zone"));

    private TypeKinds() {}

    /** Returns its name without length; with what changes its range or meaning. */
    static String of(TypeName type) {
        String base = ALIASES.getOrDefault(type.base(), type.base());
        String unsigned = type.has("UNSIGNED") ? " unsigned" : "";
        String zone = type.has("WITH TIME ZONE") ? " with time zone" : "";
        return base + unsigned + zone + "[]".repeat(type.dimensions());
    }
}
