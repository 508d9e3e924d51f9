package dev.godwit.it.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Spells the types of MySQL and MariaDB in one way, by their tokens: {@code INTEGER(10) UNSIGNED} is {@code int(10) unsigned}. */
final class MysqlTypes {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("int1", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int4", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("float4", "float"),
            Map.entry("float8", "double"),
            Map.entry("double precision", "double"),
            Map.entry("real", "double"),
            Map.entry("bool", "boolean"),
            Map.entry("character", "char"),
            Map.entry("char varying", "varchar"),
            Map.entry("character varying", "varchar"),
            Map.entry("varcharacter", "varchar"),
            Map.entry("nchar varchar", "nvarchar"),
            Map.entry("nchar varcharacter", "nvarchar"),
            Map.entry("nchar varying", "nvarchar"),
            Map.entry("national char", "nchar"),
            Map.entry("national character", "nchar"),
            Map.entry("national varchar", "nvarchar"),
            Map.entry("national varcharacter", "nvarchar"),
            Map.entry("national char varying", "nvarchar"),
            Map.entry("national character varying", "nvarchar"),
            Map.entry("char byte", "binary"),
            Map.entry("long", "mediumtext"),
            Map.entry("long varchar", "mediumtext"),
            Map.entry("long varcharacter", "mediumtext"),
            Map.entry("long char varying", "mediumtext"),
            Map.entry("long character varying", "mediumtext"),
            Map.entry("long varbinary", "mediumblob"),
            Map.entry("geometrycollection", "geomcollection"));

    /** Words behind the length that are part of the type; what comes after another word is the character set. */
    private static final Set<String> ATTRIBUTES = Set.of("unsigned", "signed", "zerofill");

    private static final Set<String> CHARACTER_SET =
            Set.of("charset", "collate", "ascii", "unicode", "binary", "byte", "character", "char");

    private MysqlTypes() {}

    /** Returns the canonical spelling of a type that was written with these tokens; empty for none. */
    static String spelled(List<String> tokens) {
        List<String> words = new ArrayList<>();
        StringBuilder length = new StringBuilder();
        List<String> attributes = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String word = token.toLowerCase(Locale.ROOT);
            boolean set = i + 1 < tokens.size() && tokens.get(i + 1).equalsIgnoreCase("SET");
            if (depth > 0 || word.equals("(")) {
                depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
                length.append(word.equals("(") || word.equals(")") || word.equals(",") ? word : literal(token));
            } else if (ATTRIBUTES.contains(word)) {
                attributes.add(word);
            } else if (CHARACTER_SET.contains(word) && !words.isEmpty() && (set || !continues(words, word))) {
                break;
            } else {
                words.add(word);
            }
        }
        String name = String.join(" ", words);
        attributes.remove("signed");
        if (attributes.contains("zerofill") && !attributes.contains("unsigned")) {
            attributes.add("unsigned");
        }
        attributes.sort(null);
        return ALIASES.getOrDefault(name, name)
                + length
                + (attributes.isEmpty() ? "" : " " + String.join(" ", attributes));
    }

    private static boolean continues(List<String> words, String word) {
        return switch (word) {
            case "character", "char" ->
                words.getLast().equals("national") || words.getLast().equals("long");
            case "byte" -> words.getLast().equals("char");
            default -> false;
        };
    }

    private static String literal(String token) {
        boolean quoted = token.length() > 1 && token.startsWith("\"") && token.endsWith("\"");
        return quoted
                ? "'"
                        + token.substring(1, token.length() - 1)
                                .replace("\"\"", "\"")
                                .replace("'", "''") + "'"
                : token;
    }
}
