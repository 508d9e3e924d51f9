package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.DefinitionReader;
import dev.godwit.sql.internal.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private final Cursor cursor;
    private final DefinitionReader reader = new DefinitionReader(MODIFIERS, KINDS, TAILS);

    MysqlDefinitions(Cursor cursor) {
        this.cursor = cursor;
    }

    Statement create() {
        int mark = cursor.mark();
        cursor.take("OR", "REPLACE");
        cursor.skip("ONLINE", "OFFLINE", "UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR");
        if (cursor.take("INDEX")) {
            Guard guard = cursor.guard();
            Optional<QualifiedName> name = cursor.name();
            Optional<QualifiedName> table = table();
            if (name.isPresent() && table.isPresent()) {
                return new CreateIndex(
                        cursor.span(),
                        "INDEX",
                        Concurrency.PLAIN,
                        guard,
                        name,
                        AlterTable.Scope.WITH_CHILDREN,
                        table.get(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        ConstraintRule.Nulls.UNSAID,
                        List.of(),
                        Optional.empty());
            }
        }
        cursor.seek(mark);
        return reader.read(cursor, "CREATE");
    }

    private Optional<QualifiedName> table() {
        return cursor.find("ON") && cursor.take("ON") ? cursor.name() : Optional.empty();
    }

    Statement alter() {
        return reader.read(cursor, "ALTER");
    }

    Statement drop() {
        int mark = cursor.mark();
        cursor.skip("ONLINE", "OFFLINE");
        if (cursor.take("INDEX")) {
            Guard guard = cursor.guard();
            Optional<Identifier> name = cursor.identifier();
            Optional<QualifiedName> table = table();
            if (name.isPresent() && table.isPresent()) {
                List<Identifier> parts = new ArrayList<>(table.get().parts());
                parts.add(name.get());
                return new DropIndex(
                        cursor.span(),
                        Concurrency.PLAIN,
                        guard,
                        List.of(new QualifiedName(parts)),
                        Behavior.UNSAID,
                        List.of());
            }
        }
        cursor.seek(mark);
        return reader.read(cursor, "DROP");
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
