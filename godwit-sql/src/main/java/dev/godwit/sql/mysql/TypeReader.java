package dev.godwit.sql.mysql;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads data types (MySQL 8.0 manual, 13; MariaDB manual, "Data Types"). */
final class TypeReader {
    private static final Set<String> NUMBERS = WordSet.of("""
        TINYINT, SMALLINT, MEDIUMINT, MIDDLEINT, INT, INTEGER, BIGINT, INT1, INT2, INT3, INT4, INT8, DECIMAL,
        NUMERIC, FIXED, DEC, NUMBER, FLOAT, FLOAT4, FLOAT8, DOUBLE, REAL, DOUBLE PRECISION
        """);
    private static final Set<String> TEXTS = WordSet.of("""
        CHAR, CHARACTER, VARCHAR, VARCHARACTER, VARCHAR2, CHAR VARYING, CHARACTER VARYING, TEXT, TINYTEXT,
        MEDIUMTEXT, LONGTEXT, LONG, LONG VARCHAR, LONG CHAR VARYING, LONG CHARACTER VARYING, ENUM, SET, CLOB
        """);
    private static final Set<String> NATIONAL = WordSet.of("""
        NCHAR, NVARCHAR, NCHAR VARYING, NCHAR VARCHAR, NATIONAL CHAR, NATIONAL CHARACTER, NATIONAL VARCHAR,
        NATIONAL CHAR VARYING, NATIONAL CHARACTER VARYING, NATIONAL VARCHARACTER
        """);
    private static final Set<String> OTHERS = WordSet.of("""
        BIT, BOOL, BOOLEAN, SERIAL, JSON, DATE, DATETIME, TIMESTAMP, TIME, YEAR, BINARY, VARBINARY, BLOB,
        TINYBLOB, MEDIUMBLOB, LONGBLOB, RAW, LONG VARBINARY, LONG RAW, CHAR BYTE, GEOMETRY, POINT, LINESTRING,
        POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, GEOMETRYCOLLECTION, GEOMCOLLECTION, VECTOR
        """);
    private static final Set<String> MARIADB =
            Set.of("INET4", "INET6", "UUID", "MYSQL_JSON", "XMLTYPE", "NUMBER", "VARCHAR2", "CLOB", "RAW");
    private static final Set<String> BLOBS = Set.of("BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "VARBINARY");
    private static final Set<String> BARE = WordSet.of("""
        BOOL, BOOLEAN, SERIAL, JSON, DATE, TINYTEXT, MEDIUMTEXT, LONGTEXT, TINYBLOB, MEDIUMBLOB, LONGBLOB, LONG, LONG VARCHAR,
        LONG VARBINARY, INET4, INET6, UUID, MYSQL_JSON
        """);
    private static final Set<String> SCALED = WordSet.of("""
        DECIMAL, NUMERIC, FIXED, DEC, NUMBER, FLOAT, FLOAT4, FLOAT8, DOUBLE, REAL, DOUBLE PRECISION
        """);
    private static final Set<String> ARGUED = Set.of("ENUM", "SET", "VARCHAR", "VARBINARY");
    private static final Set<String> SPATIAL = WordSet.of("""
        GEOMETRY, POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, GEOMETRYCOLLECTION,
        GEOMCOLLECTION
        """);

    private final Input in;
    private final Cursor cursor;

    TypeReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    TypeName type() {
        int start = cursor.mark();
        String name = words();
        List<String> arguments = arguments();
        if (arguments.isEmpty() && ARGUED.contains(name)) {
            throw in.expected("\"(\"");
        }
        if (arguments.size() > most(name)) {
            throw new Unreadable("%s has fewer arguments".formatted(name));
        }
        List<String> modifiers = new ArrayList<>(1);
        while (modifier(name, modifiers)) {
            // one after the other
        }
        QualifiedName qualified = new QualifiedName(List.of(new Identifier(name.toLowerCase(Locale.ROOT))));
        return new TypeName(in.since(start), qualified, arguments, modifiers, 0);
    }

    private int most(String name) {
        if (name.equals("ENUM") || name.equals("SET")) {
            return Integer.MAX_VALUE;
        }
        boolean scaled = SCALED.contains(name) || (in.mariadb() && SPATIAL.contains(name));
        return scaled ? 2 : BARE.contains(name) ? 0 : 1;
    }

    private String words() {
        String first = cursor.upper();
        if (!isKnown(first) && !first.equals("NATIONAL")) {
            throw in.expected("a type");
        }
        cursor.advance();
        return switch (first) {
            case "DOUBLE" -> cursor.take("PRECISION") ? "DOUBLE PRECISION" : first;
            case "LONG" -> longType();
            case "CHAR", "CHARACTER" -> cursor.take("VARYING") ? first + " VARYING" : bytes(first);
            case "NCHAR" -> cursor.take("VARYING") ? "NCHAR VARYING" : cursor.take("VARCHAR") ? "NCHAR VARCHAR" : first;
            case "NATIONAL" -> national();
            default -> first;
        };
    }

    private boolean isKnown(String upper) {
        boolean both =
                NUMBERS.contains(upper) || TEXTS.contains(upper) || OTHERS.contains(upper) || NATIONAL.contains(upper);
        return MARIADB.contains(upper) ? in.mariadb() : both;
    }

    private String bytes(String first) {
        return cursor.take("BYTE") ? "CHAR BYTE" : first;
    }

    private String longType() {
        if (cursor.take("VARBINARY")) {
            return "LONG VARBINARY";
        }
        if (cursor.take("CHAR", "VARYING")) {
            return "LONG CHAR VARYING";
        }
        if (cursor.take("CHARACTER", "VARYING")) {
            return "LONG CHARACTER VARYING";
        }
        return in.takeEither("VARCHAR", "VARCHARACTER") ? "LONG VARCHAR" : "LONG";
    }

    private String national() {
        String second = cursor.upper();
        if (!Set.of("CHAR", "CHARACTER", "VARCHAR", "VARCHARACTER").contains(second)) {
            throw in.expected("CHAR or VARCHAR");
        }
        cursor.advance();
        return "NATIONAL " + second + (cursor.take("VARYING") ? " VARYING" : "");
    }

    private List<String> arguments() {
        if (!cursor.takeSymbol('(')) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>(2);
        do {
            arguments.add(argument());
        } while (cursor.takeSymbol(','));
        in.expectSymbol(')');
        return arguments;
    }

    // A member of an ENUM may also be written x'61' or 0x61.
    private String argument() {
        int start = cursor.mark();
        switch (cursor.token()) {
            case NUMBER, STRING -> cursor.advance();
            case WORD -> {
                cursor.advance();
                if (cursor.token() == Token.STRING) {
                    cursor.advance();
                }
            }
            case QUOTED_NAME, SYMBOL, TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, UNTERMINATED, END ->
                throw in.expected("a length or value");
        }
        return cursor.text(start, cursor.passed());
    }

    private boolean modifier(String type, List<String> modifiers) {
        if (NUMBERS.contains(type)) {
            return word(modifiers, "UNSIGNED") || word(modifiers, "SIGNED") || word(modifiers, "ZEROFILL");
        }
        if (TEXTS.contains(type)) {
            return text(modifiers) || compressed(modifiers);
        }
        if (BLOBS.contains(type)) {
            return compressed(modifiers);
        }
        if (NATIONAL.contains(type)) {
            return word(modifiers, "BINARY");
        }
        return SPATIAL.contains(type) && in.mariadb() && system(modifiers);
    }

    private boolean word(List<String> modifiers, String word) {
        return cursor.is(word)
                && !(in.mariadb() && modifiers.contains(word))
                && cursor.take(word)
                && modifiers.add(word);
    }

    private boolean text(List<String> modifiers) {
        if (word(modifiers, "BINARY")
                || word(modifiers, "ASCII")
                || word(modifiers, "UNICODE")
                || word(modifiers, "BYTE")) {
            return true;
        }
        return characterSet() && modifiers.add("CHARACTER SET " + charset());
    }

    /** Takes the words for a character set in any spelling. */
    boolean characterSet() {
        return cursor.take("CHARSET") || cursor.take("CHARACTER", "SET") || cursor.take("CHAR", "SET");
    }

    /** Reads the name of a character set. */
    String charset() {
        return nameOf("a character set");
    }

    /** Reads the name of a collation. */
    String collation() {
        return nameOf("a collation");
    }

    // Also as a string; BINARY is a keyword, and DEFAULT MariaDB's word for that of the server.
    private String nameOf(String what) {
        if (cursor.take("BINARY")) {
            return "binary";
        }
        if (in.mariadb() && cursor.take("DEFAULT")) {
            return "DEFAULT";
        }
        return cursor.token() == Token.STRING
                ? in.string(what)
                : in.identifier(what).name();
    }

    private boolean compressed(List<String> modifiers) {
        if (!in.mariadb() || !cursor.take("COMPRESSED")) {
            return false;
        }
        boolean said = cursor.takeSymbol('=');
        return modifiers.add(said ? "COMPRESSED = " + in.token("a method").text() : "COMPRESSED");
    }

    private boolean system(List<String> modifiers) {
        if (!cursor.take("REF_SYSTEM_ID")) {
            return false;
        }
        in.expectSymbol('=');
        return modifiers.add("REF_SYSTEM_ID = " + in.token("a number").text());
    }
}
