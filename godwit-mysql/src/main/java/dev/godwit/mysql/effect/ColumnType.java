package dev.godwit.mysql.effect;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Locale;

/**
 * A type as the servers store it: synonyms are one, and what is only shown differently is left out.
 *
 * @param name for example {@code INT}, {@code VARCHAR}; binary strings are texts of the character set {@code binary}
 * @param length characters of CHAR and VARCHAR, digits of DECIMAL, bits of BIT, digits of fractional seconds
 * @param members of ENUM and SET, as written
 */
record ColumnType(
        String name,
        long length,
        int scale,
        boolean unsigned,
        boolean zerofill,
        Charset charset,
        List<String> members) {
    private static final int DEFAULT_DECIMAL = 10;
    private static final long SINGLE_PRECISION = 24;

    ColumnType {
        members = List.copyOf(members);
    }

    static ColumnType of(TypeName type, List<ColumnAttribute> attributes, Charset inherited, ServerFacts server) {
        String word = type.base().toUpperCase(Locale.ROOT);
        String name = name(word, type, server);
        return new ColumnType(
                name,
                length(name, type),
                name.equals("DECIMAL") ? (int) argument(type, 1, 0) : 0,
                has(type, "UNSIGNED") || word.equals("SERIAL") || has(type, "ZEROFILL"),
                has(type, "ZEROFILL"),
                charset(name, word, type, attributes, inherited, server),
                name.equals("ENUM") || name.equals("SET") ? type.arguments() : List.of());
    }

    private static boolean has(TypeName type, String word) {
        return type.modifiers().stream().anyMatch(word::equalsIgnoreCase);
    }

    private static long argument(TypeName type, int index, long fallback) {
        if (type.arguments().size() <= index) {
            return fallback;
        }
        try {
            return Long.parseLong(type.arguments().get(index).strip());
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    private static String name(String word, TypeName type, ServerFacts server) {
        return switch (word) {
            case "BOOL", "BOOLEAN", "INT1" -> "TINYINT";
            case "INT2" -> "SMALLINT";
            case "INT3", "MIDDLEINT" -> "MEDIUMINT";
            case "INTEGER", "INT4" -> "INT";
            case "INT8", "SERIAL" -> "BIGINT";
            case "DEC", "NUMERIC", "FIXED", "NUMBER" -> "DECIMAL";
            case "FLOAT4" -> "FLOAT";
            case "FLOAT8", "REAL", "DOUBLE PRECISION" -> "DOUBLE";
            case "FLOAT" ->
                type.arguments().size() == 1 && argument(type, 0, 0) > SINGLE_PRECISION ? "DOUBLE" : "FLOAT";
            case "CHARACTER", "NCHAR", "NATIONAL CHAR", "NATIONAL CHARACTER", "BINARY" -> "CHAR";
            case "CHARACTER VARYING",
                    "CHAR VARYING",
                    "VARCHARACTER",
                    "NVARCHAR",
                    "NATIONAL VARCHAR",
                    "NCHAR VARYING",
                    "NATIONAL CHAR VARYING",
                    "NATIONAL CHARACTER VARYING",
                    "NCHAR VARCHAR",
                    "VARCHAR2",
                    "VARBINARY",
                    "CHAR BYTE" -> "VARCHAR";
            case "TINYBLOB" -> "TINYTEXT";
            case "BLOB" -> text(argument(type, 0, 0));
            case "TEXT" -> text(argument(type, 0, 0));
            case "MEDIUMBLOB", "LONG", "LONG VARCHAR", "LONG VARBINARY" -> "MEDIUMTEXT";
            case "LONGBLOB", "CLOB" -> "LONGTEXT";
            case "JSON" -> server.isMysql() ? "JSON" : "LONGTEXT";
            default -> word;
        };
    }

    private static String text(long length) {
        if (length == 0) {
            return "TEXT";
        }
        return length < 1 << 8 ? "TINYTEXT" : length < 1 << 16 ? "TEXT" : length < 1 << 24 ? "MEDIUMTEXT" : "LONGTEXT";
    }

    private static long length(String name, TypeName type) {
        return switch (name) {
            case "CHAR", "VARCHAR", "BIT", "VECTOR" -> argument(type, 0, 1);
            case "DECIMAL" -> argument(type, 0, DEFAULT_DECIMAL);
            case "DATETIME", "TIMESTAMP", "TIME" -> argument(type, 0, 0);
            default -> 0;
        };
    }

    private static Charset charset(
            String name,
            String word,
            TypeName type,
            List<ColumnAttribute> attributes,
            Charset inherited,
            ServerFacts server) {
        if (word.endsWith("BINARY") || word.endsWith("BLOB") || word.endsWith("BYTE")) {
            return Charset.BINARY;
        }
        return switch (name) {
            case "CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "ENUM", "SET" ->
                word.equals("JSON")
                        ? new Charset("utf8mb4", "utf8mb4_bin")
                        : Charset.of(word, type, attributes, server).orElse(inherited);
            default -> Charset.NONE;
        };
    }

    boolean isText() {
        return switch (name) {
            case "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" -> true;
            default -> false;
        };
    }

    boolean isCharacter() {
        return isText() || name.equals("CHAR") || name.equals("VARCHAR");
    }

    /** Returns the bytes that the longest value takes, for CHAR and VARCHAR. */
    long bytes() {
        return length * charset.bytesPerCharacter();
    }

    ColumnType with(Charset other) {
        return new ColumnType(name, length, scale, unsigned, zerofill, other, members);
    }

    ColumnType named(String other) {
        return new ColumnType(other, length, scale, unsigned, zerofill, charset, members);
    }
}
