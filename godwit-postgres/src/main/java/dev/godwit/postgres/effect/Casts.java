package dev.godwit.postgres.effect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a value of one built-in type becomes one of another, as {@code pg_cast} of PostgreSQL 18 says. */
final class Casts {
    /** What has to be done with a value. */
    enum Way {
        /** Nothing: it is stored alike. */
        BINARY,
        /** It is computed anew, and an assignment does so by itself. */
        ASSIGNED,
        /** It is computed anew, where a cast is written. */
        EXPLICIT,
        /** There is no cast. */
        NONE
    }

    // source target:context,method …; context implicit, assignment or explicit; method function, binary or in-out.
    private static final String TABLE = """
        bit bit:if int4:ef int8:ef varbit:ib
        bool bpchar:af int4:ef text:af varchar:af
        box circle:ef lseg:ef point:ef polygon:af
        bpchar bpchar:if char:af name:if text:if varchar:if xml:ef
        bytea int2:ef int4:ef int8:ef
        cidr bpchar:af inet:ib text:af varchar:af
        circle box:ef point:ef polygon:ef
        date timestamp:if timestamptz:if
        daterange datemultirange:ef
        float4 float8:if int2:af int4:af int8:af numeric:af
        float8 float4:af int2:af int4:af int8:af numeric:af
        inet bpchar:af cidr:af text:af varchar:af
        int2 bytea:ef float4:if float8:if int4:if int8:if numeric:if oid:if
        int4 bit:ef bool:ef bytea:ef char:ef float4:if float8:if int2:af int8:if money:af numeric:if oid:ib regclass:ib regtype:ib
        int4range int4multirange:ef
        int8 bit:ef bytea:ef float4:if float8:if int2:af int4:af money:af numeric:if oid:if
        int8range int8multirange:ef
        interval interval:if time:af
        json jsonb:ai
        jsonb bool:ef float4:ef float8:ef int2:ef int4:ef int8:ef json:ai numeric:ef
        lseg point:ef
        macaddr macaddr8:if
        macaddr8 macaddr:if
        money numeric:af
        name bpchar:af text:if varchar:af
        numeric float4:if float8:if int2:af int4:af int8:af money:af numeric:if
        numrange nummultirange:ef
        oid int4:ab int8:af regclass:ib regtype:ib
        path point:ef polygon:af
        point box:af
        polygon box:ef circle:ef path:af point:ef
        regclass int4:ab int8:af oid:ib
        regtype int4:ab int8:af oid:ib
        text bpchar:ib char:af name:if regclass:if varchar:ib xml:ef
        time interval:if time:if timetz:if
        timestamp date:af time:af timestamp:if timestamptz:if
        timestamptz date:af time:af timestamp:af timestamptz:if timetz:af
        timetz time:af timetz:if
        tsrange tsmultirange:ef
        tstzrange tstzmultirange:ef
        varbit bit:ib varbit:if
        varchar bpchar:ib char:af name:if regclass:if text:ib varchar:if xml:ef
        xid8 xid:ef
        xml bpchar:ab text:ab varchar:ab
        """;
    private static final Map<String, String> BY_PAIR = pairs();
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");

    private Casts() {}

    private static Map<String, String> pairs() {
        Map<String, String> pairs = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.strip().split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                pairs.put(words[0] + ">" + words[i].substring(0, colon), words[i].substring(colon + 1));
            }
        });
        return Map.copyOf(pairs);
    }

    /** Returns how {@code from} becomes {@code to}; modifiers count for nothing here. */
    static Way between(PostgresType from, PostgresType to) {
        if (from.sameBase(to)) {
            return Way.BINARY;
        }
        if (from.array() != to.array()) {
            return text(to) ? Way.ASSIGNED : text(from) ? Way.EXPLICIT : Way.NONE;
        }
        String cast = BY_PAIR.get(from.name() + ">" + to.name());
        if (cast == null) {
            return throughText(from, to);
        }
        // An array is converted element by element, also where nothing is done with an element (measured, 14 to 18).
        if (cast.endsWith("b") && !from.array()) {
            return Way.BINARY;
        }
        return cast.startsWith("e") ? Way.EXPLICIT : Way.ASSIGNED;
    }

    // Manual, CREATE CAST: conversion to a string type by the type's output is assigned, the other way must be written.
    private static Way throughText(PostgresType from, PostgresType to) {
        if (text(to)) {
            return Way.ASSIGNED;
        }
        if (text(from)) {
            return Way.EXPLICIT;
        }
        return isBuiltIn(from) && isBuiltIn(to) ? Way.NONE : Way.EXPLICIT;
    }

    private static boolean text(PostgresType type) {
        return TEXTS.contains(type.name()) && !type.array();
    }

    private static boolean isBuiltIn(PostgresType type) {
        String name = type.name().toLowerCase(Locale.ROOT);
        return TABLE.contains("\n" + name + " ")
                || TABLE.startsWith(name + " ")
                || TABLE.contains(" " + name + ":")
                || OTHERS.contains(name);
    }

    private static final Set<String> OTHERS =
            Set.of("uuid", "bytea", "line", "tsvector", "tsquery", "pg_lsn", "jsonpath", "tid", "xid", "cid");
}
