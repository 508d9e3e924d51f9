package dev.godwit.postgres.effect;

import java.util.Map;
import java.util.Set;

/** What the default B-tree operator classes of the built-in types allow (manual, 11.10). */
final class OperatorClasses {
    private static final Map<String, String> SHARED =
            Map.of("varchar", "text", "text", "text", "cidr", "inet", "inet", "inet", "varbit", "varbit");

    // Types of one family can be compared with each other.
    private static final Set<Set<String>> FAMILIES = Set.of(
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8"),
            Set.of("text", "varchar", "bpchar", "name"),
            Set.of("date", "timestamp", "timestamptz"),
            Set.of("inet", "cidr"),
            Set.of("bit", "varbit"),
            Set.of("time"),
            Set.of("timetz"),
            Set.of("bool"),
            Set.of("uuid"),
            Set.of("bytea"),
            Set.of("interval"));

    private OperatorClasses() {}

    /** Tells whether indexes on columns of both types are ordered alike, so that one can stay. */
    static boolean same(PostgresType from, PostgresType to) {
        return from.sameBase(to) || (from.array() == to.array() && of(from).equals(of(to)));
    }

    private static String of(PostgresType type) {
        return SHARED.getOrDefault(type.name(), type.name());
    }

    /** Tells whether a foreign key can compare them; of types that are not built in, nothing is known. */
    static boolean comparable(PostgresType a, PostgresType b) {
        if (a.array() || b.array()) {
            return a.array() == b.array();
        }
        boolean bothKnown = isKnown(a) && isKnown(b);
        return !bothKnown
                || a.name().equals(b.name())
                || FAMILIES.stream().anyMatch(family -> family.contains(a.name()) && family.contains(b.name()));
    }

    private static boolean isKnown(PostgresType type) {
        return FAMILIES.stream().anyMatch(family -> family.contains(type.name()));
    }
}
