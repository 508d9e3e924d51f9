package dev.godwit.postgres.effect;

import java.util.List;
import java.util.Set;

/** Tells which changes of a type an application that knows the old one does not notice. */
final class Widening {
    private static final List<Set<String>> STEPS = List.of(
            Set.of("int2", "int4", "int8"),
            Set.of("float4", "float8"),
            Set.of("varchar", "text"),
            Set.of("cidr", "inet"),
            Set.of("varbit", "bit"));
    private static final List<String> WIDTHS =
            List.of("int2", "int4", "int8", "float4", "float8", "varchar", "text", "cidr", "inet", "bit", "varbit");

    private static final Set<String> TEXTS = Set.of("text", "varchar");
    private static final Set<String> KEPT = Set.of(
            "int2 numeric",
            "int4 numeric",
            "int8 numeric",
            "int2 float8",
            "int4 float8",
            "date timestamp",
            "date timestamptz",
            "timestamp timestamptz",
            "timestamptz timestamp",
            "json jsonb",
            "jsonb json",
            "bit varbit");

    private Widening() {}

    /** Tells whether every old value is read as before and every old write accepted. */
    static boolean isHarmless(PostgresType from, PostgresType to) {
        if (from.array() != to.array() || to.checked()) {
            return false;
        }
        if (!from.name().equals(to.name())) {
            boolean wider = STEPS.stream().anyMatch(step -> step.contains(from.name()) && step.contains(to.name()))
                    && WIDTHS.indexOf(from.name()) < WIDTHS.indexOf(to.name());
            return wider && to.modifiers().isEmpty();
        }
        if (to.modifiers().isEmpty()) {
            return true;
        }
        if (from.modifiers().isEmpty()
                || from.modifiers().getFirst() > to.modifiers().getFirst()) {
            return false;
        }
        return from.modifiers().size() < 2
                || to.modifiers().size() < 2
                || from.modifiers().get(1).equals(to.modifiers().get(1));
    }

    /** Tells whether the old value can be told from each new one. */
    static boolean keepsValues(PostgresType from, PostgresType to) {
        boolean unlimited = to.modifiers().isEmpty() && from.array() == to.array();
        return isHarmless(from, to)
                || (unlimited && (TEXTS.contains(to.name()) || KEPT.contains(from.name() + " " + to.name())));
    }
}
