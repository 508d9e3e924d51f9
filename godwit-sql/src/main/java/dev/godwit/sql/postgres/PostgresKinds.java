package dev.godwit.sql.postgres;

import dev.godwit.sql.internal.Phrases;

/** The kinds of objects, and how an object of each kind is named. */
final class PostgresKinds {
    static final Phrases KINDS = Phrases.of(
            "TABLE",
            "FOREIGN TABLE",
            "VIEW",
            "MATERIALIZED VIEW",
            "INDEX",
            "SEQUENCE",
            "TYPE",
            "DOMAIN",
            "SCHEMA",
            "FUNCTION",
            "PROCEDURE",
            "ROUTINE",
            "AGGREGATE",
            "TRIGGER",
            "EVENT TRIGGER",
            "RULE",
            "POLICY",
            "EXTENSION",
            "DATABASE",
            "TABLESPACE",
            "ROLE",
            "USER",
            "GROUP",
            "USER MAPPING",
            "SERVER",
            "FOREIGN DATA WRAPPER",
            "LANGUAGE",
            "CAST",
            "COLLATION",
            "CONVERSION",
            "OPERATOR",
            "OPERATOR CLASS",
            "OPERATOR FAMILY",
            "ACCESS METHOD",
            "STATISTICS",
            "TRANSFORM",
            "PUBLICATION",
            "SUBSCRIPTION",
            "TEXT SEARCH CONFIGURATION",
            "TEXT SEARCH DICTIONARY",
            "TEXT SEARCH PARSER",
            "TEXT SEARCH TEMPLATE",
            "LARGE OBJECT",
            "OWNED",
            "COLUMN",
            "CONSTRAINT",
            "DEFAULT PRIVILEGES",
            "SYSTEM");

    /** What is said beside the name of an object. */
    enum Naming {
        /** The name alone. */
        PLAIN,
        /** Arguments in parentheses. */
        ROUTINE,
        /** A symbol and its operands in parentheses. */
        OPERATOR,
        /** {@code USING} an access method. */
        OPERATOR_CLASS,
        /** {@code ON} a table. */
        ON_TABLE,
        /** {@code FOR} a user and {@code SERVER}. */
        USER_MAPPING,
        /** A number for its name. */
        NUMBER,
        /** No name at all. */
        NAMELESS
    }

    private PostgresKinds() {}

    static Naming naming(String kind) {
        return switch (kind) {
            case "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE" -> Naming.ROUTINE;
            case "OPERATOR" -> Naming.OPERATOR;
            case "OPERATOR CLASS", "OPERATOR FAMILY" -> Naming.OPERATOR_CLASS;
            case "TRIGGER", "RULE", "POLICY", "CONSTRAINT" -> Naming.ON_TABLE;
            case "USER MAPPING" -> Naming.USER_MAPPING;
            case "LARGE OBJECT" -> Naming.NUMBER;
            case "CAST", "TRANSFORM", "DEFAULT PRIVILEGES", "SYSTEM" -> Naming.NAMELESS;
            default -> Naming.PLAIN;
        };
    }
}
