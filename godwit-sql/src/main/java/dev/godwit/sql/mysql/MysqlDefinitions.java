package dev.godwit.sql.mysql;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.DefinitionReader;
import dev.godwit.sql.internal.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE, ALTER, DROP and their relatives. */
final class MysqlDefinitions {
    private static final Phrases MODIFIERS = Phrases.of(
            "OR REPLACE",
            "TEMPORARY",
            "UNIQUE",
            "FULLTEXT",
            "SPATIAL",
            "ONLINE",
            "OFFLINE",
            "IGNORE",
            "AGGREGATE",
            "DEFINER",
            "ALGORITHM",
            "SQL SECURITY DEFINER",
            "SQL SECURITY INVOKER",
            "UNDO");
    private static final Phrases KINDS = Phrases.of(
            "TABLE",
            "TABLES",
            "VIEW",
            "INDEX",
            "SEQUENCE",
            "SCHEMA",
            "DATABASE",
            "FUNCTION",
            "PROCEDURE",
            "TRIGGER",
            "EVENT",
            "PACKAGE",
            "PACKAGE BODY",
            "USER",
            "ROLE",
            "SERVER",
            "TABLESPACE",
            "LOGFILE GROUP",
            "RESOURCE GROUP",
            "SPATIAL REFERENCE SYSTEM",
            "INSTANCE",
            "CATALOG",
            "LIBRARY");
    private static final Phrases TAILS = Phrases.of(
            "RENAME TO",
            "RENAME COLUMN",
            "RENAME INDEX",
            "RENAME KEY",
            "RENAME AS",
            "RENAME",
            "LIKE",
            "ALGORITHM",
            "LOCK",
            "FORCE",
            "ENGINE",
            "CASCADE",
            "RESTRICT",
            "NOWAIT",
            "WAIT",
            "IMPORT TABLESPACE",
            "DISCARD TABLESPACE",
            "EXCHANGE PARTITION",
            "DROP PARTITION",
            "TRUNCATE PARTITION",
            "ADD PARTITION",
            "REORGANIZE PARTITION",
            "COALESCE PARTITION",
            "REMOVE PARTITIONING",
            "PARTITION BY");
    private static final Phrases PRIVILEGES = Phrases.of("TABLE", "FUNCTION", "PROCEDURE", "PACKAGE", "PACKAGE BODY");

    private static final List<String> INDEX_KINDS = List.of("INDEX", "UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR");

    private final Cursor cursor;
    private final DefinitionReader reader = new DefinitionReader(MODIFIERS, KINDS, TAILS);

    private final Readers readers;

    MysqlDefinitions(Cursor cursor, Readers readers) {
        this.cursor = cursor;
        this.readers = readers;
    }

    Statement create() {
        int mark = cursor.mark();
        Replacement replace = cursor.take("OR", "REPLACE") ? Replacement.OR_REPLACE : Replacement.NONE;
        Persistence persistence = cursor.take("TEMPORARY") ? Persistence.TEMPORARY : Persistence.PERMANENT;
        if (cursor.take("TABLE")) {
            return readers.createTable().read(replace, persistence);
        }
        if (cursor.take("SEQUENCE")) {
            return readers.sequences().create(replace, persistence);
        }
        for (String kind : INDEX_KINDS) {
            if (cursor.take(kind)) {
                if (!kind.equals("INDEX") && !cursor.take("INDEX")) {
                    break;
                }
                return readers.indexes().create(kind, replace);
            }
        }
        cursor.seek(mark);
        return reader.read(cursor, "CREATE");
    }

    Statement alter() {
        int mark = cursor.mark();
        List<String> modifiers = new ArrayList<>(0);
        while (cursor.is("ONLINE") || cursor.is("IGNORE")) {
            modifiers.add(cursor.upper());
            cursor.advance();
        }
        if (cursor.take("TABLE")) {
            return readers.alterTable().read(modifiers);
        }
        if (cursor.take("SEQUENCE")) {
            return readers.sequences().alter();
        }
        cursor.seek(mark);
        return reader.read(cursor, "ALTER");
    }

    Statement drop() {
        return cursor.take("INDEX") ? readers.indexes().drop() : reader.read(cursor, "DROP");
    }

    Statement other(String verb) {
        return switch (verb) {
            case "TRUNCATE" -> truncate();
            case "RENAME" -> rename();
            case "GRANT", "REVOKE" -> DefinitionReader.privileges(cursor, verb, PRIVILEGES);
            default -> definition(verb, cursor.upper(), Guard.NONE, List.of());
        };
    }

    private Statement truncate() {
        cursor.take("TABLE");
        return definition("TRUNCATE", "TABLE", Guard.NONE, cursor.names());
    }

    private Statement rename() {
        boolean user = cursor.take("USER");
        if (user) {
            return definition("RENAME", "USER", Guard.NONE, List.of());
        }
        cursor.skip("TABLE", "TABLES");
        Guard guard = cursor.guard();
        List<QualifiedName> names = new ArrayList<>(2);
        do {
            cursor.name().ifPresent(names::add);
            cursor.find("TO");
            cursor.take("TO");
            cursor.name().ifPresent(names::add);
        } while (cursor.takeSymbol(','));
        return definition("RENAME", "TABLE", guard, names);
    }

    private Statement definition(String verb, String kind, Guard guard, List<QualifiedName> names) {
        return new OtherDefinition(cursor.span(), verb, kind, guard, names, List.of());
    }
}
