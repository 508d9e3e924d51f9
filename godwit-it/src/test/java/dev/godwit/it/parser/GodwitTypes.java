package dev.godwit.it.parser;

import dev.godwit.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Spells the types of Godwit's tree as the judge of a product does. */
enum GodwitTypes {
    POSTGRES {
        @Override
        String spelled(TypeName type) {
            return postgres(type);
        }
    },

    MYSQL {
        @Override
        String spelled(TypeName type) {
            return mysql(type);
        }
    },

    /** Nobody judges them. */
    SQLITE {
        @Override
        String spelled(TypeName type) {
            return type.toString();
        }
    };

    /** The names of the types behind the words of the standard, from the section "Data Types" of PostgreSQL's manual. */
    private static final Map<String, String> POSTGRES_ALIASES = Map.ofEntries(
            Map.entry("smallint", "int2"),
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("double precision", "float8"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("boolean", "bool"),
            Map.entry("character", "bpchar"),
            Map.entry("char", "bpchar"),
            Map.entry("national character", "bpchar"),
            Map.entry("national char", "bpchar"),
            Map.entry("nchar", "bpchar"),
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("national character varying", "varchar"),
            Map.entry("national char varying", "varchar"),
            Map.entry("nchar varying", "varchar"),
            Map.entry("bit varying", "varbit"));

    /** Precisions above it make a float of eight bytes. */
    private static final int LONGEST_FLOAT4 = 24;

    abstract String spelled(TypeName type);

    boolean ofMysql() {
        return this == MYSQL;
    }

    private static String postgres(TypeName type) {
        String written = type.name().toString().replaceFirst("^pg_catalog\\.", "");
        List<String> arguments = new ArrayList<>(
                type.arguments().stream().map(GodwitTypes::folded).toList());
        String name = written.equals("float") ? floating(arguments) : POSTGRES_ALIASES.getOrDefault(written, written);
        String zone = type.has("WITH TIME ZONE") ? "tz" : "";
        boolean one = (name.equals("bpchar") && !written.equals("bpchar")) || name.equals("bit");
        if (one && arguments.isEmpty()) {
            arguments.add("1");
        }
        String fields = name.equals("interval")
                ? type.modifiers().stream()
                        .filter(modifier -> !modifier.equals("SETOF"))
                        .map(modifier -> " " + modifier.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining())
                : "";
        String set = type.has("SETOF") ? "setof " : "";
        String length = arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")";
        return set + name + zone + fields + length + "[]".repeat(type.dimensions());
    }

    // An argument that is a word is a name to PostgreSQL, one that is a string is its value.
    private static String folded(String argument) {
        boolean quoted = argument.length() > 1 && argument.matches("(?s)'.*'|\".*\"");
        return quoted
                ? argument.substring(1, argument.length() - 1).replace("''", "'")
                : argument.toLowerCase(Locale.ROOT);
    }

    private static String floating(List<String> arguments) {
        boolean small = !arguments.isEmpty() && Integer.parseInt(arguments.getFirst()) <= LONGEST_FLOAT4;
        arguments.clear();
        return small ? "float4" : "float8";
    }

    private static String mysql(TypeName type) {
        List<String> tokens = new ArrayList<>(List.of(type.name().toString().split(" ")));
        if (!type.arguments().isEmpty()) {
            tokens.add("(");
            for (int i = 0; i < type.arguments().size(); i++) {
                if (i > 0) {
                    tokens.add(",");
                }
                tokens.add(type.arguments().get(i));
            }
            tokens.add(")");
        }
        type.modifiers().forEach(modifier -> tokens.addAll(List.of(modifier.split(" "))));
        return MysqlTypes.spelled(tokens);
    }
}
