package dev.godwit.postgres.effect;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/** What a change of a column's type has to do with each value. */
enum TypeChange {
    /** Nothing. */
    FREE,
    /** Each value is computed and stored anew. */
    REWRITE,
    /** The server refuses it without USING. */
    IMPOSSIBLE;

    private static final int FINEST = 6;
    private static final List<String> INTERVAL_FIELDS = List.of("SECOND", "MINUTE", "HOUR", "DAY", "MONTH", "YEAR");

    /** Judges {@code ALTER COLUMN … TYPE} without USING. */
    static TypeChange of(PostgresType from, PostgresType to, Schema schema) {
        return judge(from, to, schema, false);
    }

    /** Judges the cast that stands in a USING clause, where it is no more than casts of the column itself; else it is a computation. */
    static TypeChange using(Identifier column, Expression using, PostgresType from, PostgresType to, Schema schema) {
        Optional<List<PostgresType>> casts = CastReader.of(using, column, schema);
        if (casts.isEmpty()) {
            return REWRITE;
        }
        PostgresType at = from;
        for (PostgresType next : casts.get()) {
            if (judge(at, next, schema, true) != FREE) {
                return REWRITE;
            }
            at = next;
        }
        return judge(at, to, schema, false);
    }

    private static TypeChange judge(PostgresType from, PostgresType to, Schema schema, boolean explicit) {
        // A domain with constraints is checked value by value; leaving one is free.
        if (to.checked() && !(from.checked() && from.equals(to))) {
            return Casts.between(from, to) == Casts.Way.NONE ? IMPOSSIBLE : REWRITE;
        }
        return switch (Casts.between(from, to)) {
            case BINARY -> from.array() && !from.equals(to) ? arrays(from, to) : length(from, to, explicit);
            case ASSIGNED -> isFreeByTimeZone(from, to, schema) ? length(sameAs(from, to), to, explicit) : REWRITE;
            case EXPLICIT -> explicit ? REWRITE : IMPOSSIBLE;
            case NONE -> IMPOSSIBLE;
        };
    }

    private static TypeChange arrays(PostgresType from, PostgresType to) {
        return from.name().equals(to.name()) && to.modifiers().isEmpty() ? FREE : REWRITE;
    }

    private static PostgresType sameAs(PostgresType from, PostgresType to) {
        return new PostgresType(to.name(), from.modifiers(), from.fields(), from.array(), false);
    }

    // Since 12 the server compares the session's time zone with UTC (release notes of 12, E.x;
    // TimestampTimestampTzRequiresRewrite).
    private static boolean isFreeByTimeZone(PostgresType from, PostgresType to, Schema schema) {
        boolean between = (from.name().equals("timestamp") && to.name().equals("timestamptz"))
                || (from.name().equals("timestamptz") && to.name().equals("timestamp"));
        return between
                && !from.array()
                && schema.catalog()
                        .setting("timezone")
                        .filter(TypeChange::isUtc)
                        .isPresent();
    }

    private static boolean isUtc(String zone) {
        String name = zone.strip().replaceAll("^'|'$", "").toUpperCase(java.util.Locale.ROOT);
        return switch (name) {
            case "UTC",
                    "GMT",
                    "ETC/UTC",
                    "ETC/GMT",
                    "UCT",
                    "ETC/UCT",
                    "ZULU",
                    "ETC/ZULU",
                    "GMT0",
                    "ETC/GMT0",
                    "GMT+0",
                    "GMT-0",
                    "GREENWICH",
                    "ETC/GREENWICH",
                    "UNIVERSAL",
                    "ETC/UNIVERSAL",
                    "ETC/GMT+0",
                    "ETC/GMT-0",
                    "0",
                    "+00",
                    "+00:00" -> true;
            default -> false;
        };
    }

    /** Judges the modifiers of one type: a wider one is free where the server knows that it is wider. */
    private static TypeChange length(PostgresType from, PostgresType to, boolean explicit) {
        if (from.modifiers().equals(to.modifiers())
                && from.fields().equals(to.fields())
                && from.name().equals(to.name())) {
            return FREE;
        }
        boolean free = switch (to.name()) {
            case "varchar", "varbit" -> isNotShorter(from, to);
            case "numeric" -> to.modifiers().isEmpty() || isWiderNumeric(from, to);
            case "time", "timetz", "timestamp", "timestamptz" -> isNotCoarser(from, to);
            case "interval" -> isNotCoarserInterval(from, to);
            // There is no support function for char(n) and bit(n): only without a length nothing is done.
            default -> to.modifiers().isEmpty();
        };
        // bit(n) takes nothing that is longer or shorter, unless a cast is written.
        boolean bits = to.name().equals("bit") && from.name().equals("bit") && !explicit;
        return free ? FREE : bits ? IMPOSSIBLE : REWRITE;
    }

    private static boolean isNotShorter(PostgresType from, PostgresType to) {
        if (to.modifiers().isEmpty()) {
            return true;
        }
        boolean sameKind = from.name().equals(to.name());
        return sameKind
                && !from.modifiers().isEmpty()
                && from.modifiers().getFirst() <= to.modifiers().getFirst();
    }

    private static boolean isWiderNumeric(PostgresType from, PostgresType to) {
        return !from.modifiers().isEmpty()
                && scale(from) == scale(to)
                && from.modifiers().getFirst() <= to.modifiers().getFirst();
    }

    private static int scale(PostgresType numeric) {
        return numeric.modifiers().size() > 1 ? numeric.modifiers().get(1) : 0;
    }

    private static boolean isNotCoarser(PostgresType from, PostgresType to) {
        return precision(to) >= precision(from);
    }

    private static int precision(PostgresType type) {
        return type.modifiers().isEmpty()
                ? FINEST
                : Math.min(FINEST, type.modifiers().getFirst());
    }

    private static boolean isNotCoarserInterval(PostgresType from, PostgresType to) {
        int fromLeast = leastField(from);
        int toLeast = leastField(to);
        return toLeast <= fromLeast && (fromLeast > 0 || precision(to) >= precision(from));
    }

    private static int leastField(PostgresType interval) {
        for (int i = 0; i < INTERVAL_FIELDS.size(); i++) {
            if (interval.fields().endsWith(INTERVAL_FIELDS.get(i))) {
                return i;
            }
        }
        return 0;
    }
}
