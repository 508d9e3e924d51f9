package dev.godwit.sql.postgres;

import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.AddEnumValue;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.DefinitionReader;
import dev.godwit.sql.internal.Phrases;
import dev.godwit.sql.internal.Token;
import java.util.List;
import java.util.Optional;

/** Reads the outline of definitions that have no node of their own. */
final class PostgresOthers {
    private static final Phrases MODIFIERS = Phrases.of(
            "OR REPLACE",
            "TEMP",
            "TEMPORARY",
            "LOCAL",
            "GLOBAL",
            "UNLOGGED",
            "UNIQUE",
            "RECURSIVE",
            "TRUSTED",
            "PROCEDURAL",
            "DEFAULT");
    private static final Phrases KINDS = Phrases.of(
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
            "DEFAULT PRIVILEGES",
            "LARGE OBJECT",
            "SYSTEM",
            "OWNED",
            "COLUMN",
            "CONSTRAINT TRIGGER",
            "CONSTRAINT",
            "PROPERTY GRAPH");
    private static final Phrases TAILS = Phrases.of(
            "ATTACH PARTITION",
            "DETACH PARTITION",
            "MERGE PARTITIONS",
            "SPLIT PARTITION",
            "CONCURRENTLY",
            "FINALIZE",
            "SET TABLESPACE",
            "SET LOGGED",
            "SET UNLOGGED",
            "SET SCHEMA",
            "SET ACCESS METHOD",
            "RENAME TO",
            "RENAME VALUE",
            "RENAME COLUMN",
            "RENAME CONSTRAINT",
            "RENAME ATTRIBUTE",
            "VALIDATE CONSTRAINT",
            "NOT VALID",
            "USING INDEX",
            "OWNER TO",
            "WITH NO DATA",
            "CASCADE",
            "NOWAIT",
            "FORCE",
            "ADD VALUE");
    private static final Phrases PRIVILEGES = Phrases.of(
            "TABLE",
            "SEQUENCE",
            "DATABASE",
            "DOMAIN",
            "FOREIGN DATA WRAPPER",
            "FOREIGN SERVER",
            "FUNCTION",
            "PROCEDURE",
            "ROUTINE",
            "LANGUAGE",
            "LARGE OBJECT",
            "PARAMETER",
            "SCHEMA",
            "TABLESPACE",
            "TYPE",
            "PROPERTY GRAPH",
            "ALL TABLES IN SCHEMA",
            "ALL SEQUENCES IN SCHEMA",
            "ALL FUNCTIONS IN SCHEMA",
            "ALL PROCEDURES IN SCHEMA",
            "ALL ROUTINES IN SCHEMA");

    private final Cursor cursor;
    private final DefinitionReader reader = new DefinitionReader(MODIFIERS, KINDS, TAILS);

    PostgresOthers(Cursor cursor) {
        this.cursor = cursor;
    }

    Statement create() {
        return reader.read(cursor, "CREATE");
    }

    Statement drop() {
        return reader.read(cursor, "DROP");
    }

    Statement alter() {
        int mark = cursor.mark();
        if (cursor.take("TYPE")) {
            Optional<Statement> value = addValue();
            if (value.isPresent()) {
                return value.get();
            }
        }
        cursor.seek(mark);
        return reader.read(cursor, "ALTER");
    }

    private Optional<Statement> addValue() {
        Optional<QualifiedName> type = cursor.name();
        if (type.isEmpty() || !cursor.take("ADD", "VALUE")) {
            return Optional.empty();
        }
        cursor.guard();
        return cursor.token() == Token.STRING
                ? Optional.of(new AddEnumValue(
                        cursor.span(),
                        type.get(),
                        Guard.NONE,
                        PostgresStrings.value(cursor.text()),
                        Optional.empty(),
                        Optional.empty()))
                : Optional.empty();
    }

    Statement other(String verb) {
        return switch (verb) {
            case "TRUNCATE" -> truncate();
            case "COMMENT" -> cursor.take("ON") ? reader.on(cursor, verb) : nameless(verb, "");
            case "SECURITY" ->
                cursor.find("ON") && cursor.take("ON") ? reader.on(cursor, "SECURITY LABEL") : nameless(verb, "LABEL");
            case "GRANT", "REVOKE" -> DefinitionReader.privileges(cursor, verb, PRIVILEGES);
            case "REASSIGN" -> nameless(verb, "OWNED");
            default -> nameless(verb, "FOREIGN SCHEMA");
        };
    }

    private Statement truncate() {
        cursor.take("TABLE");
        List<QualifiedName> names = cursor.names();
        List<String> tail = cursor.find("CASCADE") ? List.of("CASCADE") : List.of();
        return new OtherDefinition(cursor.span(), "TRUNCATE", "TABLE", Guard.NONE, names, tail);
    }

    private Statement nameless(String verb, String kind) {
        return new OtherDefinition(cursor.span(), verb, kind, Guard.NONE, List.of(), List.of());
    }
}
