package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.UserType;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type as {@code pg_type} has it, with its modifiers.
 *
 * @param name the name in {@code pg_type}; of a type of one's own the name that the catalog knows; of a domain that of its base
 * @param modifiers the numbers behind it; empty where it is unrestricted
 * @param fields of an interval the words that restrict it, upper case
 * @param array whether it is an array of that
 * @param checked whether it is a domain with constraints
 */
record PostgresType(String name, List<Integer> modifiers, String fields, boolean array, boolean checked) {
    // Manual, table 8.1, and the spellings of the grammar.
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("bigint", "int8"),
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("smallint", "int2"),
            Map.entry("real", "float4"),
            Map.entry("float", "float8"),
            Map.entry("double precision", "float8"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("boolean", "bool"),
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("national character varying", "varchar"),
            Map.entry("nchar varying", "varchar"),
            Map.entry("character", "bpchar"),
            Map.entry("char", "bpchar"),
            Map.entry("nchar", "bpchar"),
            Map.entry("national character", "bpchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"));
    private static final Set<String> ONE_BY_DEFAULT = Set.of("bit", "char", "character", "nchar", "national character");
    private static final String WITH_TIME_ZONE = "WITH TIME ZONE";
    private static final int LONGEST_FLOAT4 = 24;

    PostgresType {
        modifiers = List.copyOf(modifiers);
    }

    /** Reads a type as it was written, through the domains that the catalog knows. */
    static PostgresType of(TypeName written, Schema schema) {
        Optional<UserType> own = schema.catalog().type(written.name());
        if (own.isPresent() && own.get() instanceof UserType.Domain domain) {
            PostgresType base = of(domain.base(), schema);
            boolean restricts = base.checked || domain.isConstrained();
            return new PostgresType(
                    base.name, base.modifiers, base.fields, base.array || written.dimensions() > 0, restricts);
        }
        String name = own.isPresent() ? own.get().name().toString() : canonical(written);
        return new PostgresType(name, modifiers(written), fields(written), written.dimensions() > 0, false);
    }

    private static String canonical(TypeName written) {
        String base = written.base().toLowerCase(Locale.ROOT);
        if (base.equals("float") && written.arguments().size() == 1) {
            return number(written.arguments().getFirst()) <= LONGEST_FLOAT4 ? "float4" : "float8";
        }
        boolean zone = written.has(WITH_TIME_ZONE);
        String full = zone ? base + " with time zone" : base;
        return ALIASES.getOrDefault(full, full);
    }

    private static List<Integer> modifiers(TypeName written) {
        if (written.arguments().isEmpty() && ONE_BY_DEFAULT.contains(written.base())) {
            return List.of(1);
        }
        if (written.base().equals("float")) {
            return List.of();
        }
        return written.arguments().stream().map(PostgresType::number).toList();
    }

    private static int number(String argument) {
        try {
            return Integer.parseInt(argument.replace(" ", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String fields(TypeName written) {
        return written.base().equals("interval") ? String.join(" ", written.modifiers()) : "";
    }

    boolean sameBase(PostgresType other) {
        return name.equals(other.name) && array == other.array;
    }

    /** Returns the type without its modifiers. */
    PostgresType unrestricted() {
        return new PostgresType(name, List.of(), "", array, checked);
    }
}
