package dev.godwit.sql.mysql;

import dev.godwit.sql.Behavior;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Truncate;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE, ALTER and their relatives: finds out the kind of object and has its reader go on. */
final class MysqlDefinitions {
    private static final String[] TABLESPACE = {
        "ADD",
        "DROP",
        "USE",
        "ENGINE",
        "FILE_BLOCK_SIZE",
        "SET",
        "RENAME",
        "ENCRYPTION",
        "AUTOEXTEND_SIZE",
        "CHANGE",
        "INITIAL_SIZE",
        "MAX_SIZE",
        "EXTENT_SIZE",
        "NODEGROUP",
        "WAIT",
        "NO_WAIT",
        "COMMENT",
        "STORAGE",
        "ENGINE_ATTRIBUTE"
    };

    private final Input in;
    private final Cursor cursor;
    private final Readers readers;

    MysqlDefinitions(Input in, Readers readers) {
        this.in = in;
        this.cursor = in.cursor();
        this.readers = readers;
    }

    private Unreadable unknown(String verb) {
        String what = (verb + " " + cursor.text()).strip();
        return new Unreadable("%s is no definition that is known here".formatted(what));
    }

    private void only(boolean allowed, String verb) {
        if (!allowed) {
            throw unknown(verb);
        }
    }

    Statement create() {
        Head head = readers.heads().read();
        boolean temporary = head.persistence() == Persistence.TEMPORARY;
        boolean replaces = head.replace() == Replacement.OR_REPLACE;
        String kind = cursor.upper();
        if (replaces && !in.mariadb() && !kind.equals("VIEW") && !kind.equals("SPATIAL")) {
            throw unknown("CREATE OR REPLACE");
        }
        if (temporary && !kind.equals("TABLE") && !kind.equals("SEQUENCE")) {
            throw unknown("CREATE TEMPORARY");
        }
        return head.modifiers().isEmpty() ? createPlain(kind, head) : createModified(kind, head);
    }

    private Statement createModified(String kind, Head head) {
        boolean ofView = head.has("ALGORITHM") || head.has("SQL SECURITY");
        switch (kind) {
            case "VIEW" -> only(!head.has("AGGREGATE"), "CREATE");
            case "FUNCTION" -> only(!ofView, "CREATE");
            case "PROCEDURE", "TRIGGER", "EVENT", "PACKAGE" -> only(!ofView && !head.has("AGGREGATE"), "CREATE");
            default -> throw unknown("CREATE");
        }
        return createPlain(kind, head);
    }

    private Statement createPlain(String kind, Head head) {
        List<String> tail = head.replace() == Replacement.OR_REPLACE ? List.of("OR REPLACE") : List.of();
        int mark = cursor.mark();
        cursor.advance();
        return switch (kind) {
            case "TABLE" -> readers.createTable().read(head.replace(), head.persistence());
            case "INDEX" -> readers.indexes().create(kind, head.replace());
            case "UNIQUE", "FULLTEXT", "VECTOR" -> {
                in.expect("INDEX");
                yield readers.indexes().create(kind, head.replace());
            }
            case "SPATIAL" -> spatial(head, tail);
            case "VIEW" -> readers.views().read("CREATE", head);
            case "TRIGGER" -> readers.triggers().createTrigger(head);
            case "EVENT" -> readers.triggers().createEvent(head);
            case "PROCEDURE", "FUNCTION" -> readers.routines().create(kind, head);
            case "DATABASE", "SCHEMA" -> readers.objects().createDatabase(kind, tail);
            case "USER", "ROLE" -> readers.accounts().define("CREATE", kind, tail);
            case "SERVER" -> readers.objects().server("CREATE", tail);
            default -> {
                cursor.seek(mark);
                yield in.mariadb() ? createOfMariadb(head) : createOfMysql();
            }
        };
    }

    private Statement spatial(Head head, List<String> tail) {
        if (!in.mariadb() && cursor.take("REFERENCE", "SYSTEM")) {
            return readers.objects().referenceSystem(tail);
        }
        in.expect("INDEX");
        return readers.indexes().create("SPATIAL", head.replace());
    }

    private Statement createOfMariadb(Head head) {
        if (cursor.take("SEQUENCE")) {
            return readers.sequences().create(head.replace(), head.persistence());
        }
        if (cursor.take("PACKAGE")) {
            return readers.routines().createPackage(head);
        }
        throw unknown("CREATE");
    }

    private Statement createOfMysql() {
        return storage("CREATE").orElseThrow(() -> unknown("CREATE"));
    }

    private Optional<Statement> storage(String verb) {
        if (cursor.take("TABLESPACE")) {
            return Optional.of(readers.objects().storage(verb, "TABLESPACE", TABLESPACE));
        }
        if (cursor.take("UNDO", "TABLESPACE")) {
            return Optional.of(readers.objects().storage(verb, "UNDO TABLESPACE", TABLESPACE));
        }
        if (cursor.take("LOGFILE", "GROUP")) {
            return Optional.of(readers.objects().storage(verb, "LOGFILE GROUP", "ADD"));
        }
        if (cursor.take("RESOURCE", "GROUP")) {
            return Optional.of(readers.objects()
                    .storage(verb, "RESOURCE GROUP", "TYPE", "VCPU", "THREAD_PRIORITY", "ENABLE", "DISABLE", "FORCE"));
        }
        return Optional.empty();
    }

    Statement alter() {
        List<String> modifiers = new ArrayList<>(0);
        while (in.mariadb() && (cursor.is("ONLINE") || cursor.is("IGNORE"))) {
            modifiers.add(cursor.upper());
            cursor.advance();
        }
        if (cursor.take("TABLE")) {
            return readers.alterTable().read(modifiers);
        }
        if (!modifiers.isEmpty()) {
            throw in.expected("TABLE");
        }
        Head head = readers.heads().read();
        if (!head.isPlain()) {
            return alterModified(head);
        }
        return alterPlain(cursor.upper());
    }

    private Statement alterModified(Head head) {
        only(head.replace() == Replacement.NONE && head.persistence() == Persistence.PERMANENT, "ALTER");
        if (cursor.take("VIEW")) {
            return readers.views().read("ALTER", head);
        }
        only(head.has("DEFINER") && head.modifiers().size() == 1, "ALTER");
        in.expect("EVENT");
        return readers.triggers().alterEvent();
    }

    private Statement alterPlain(String kind) {
        int mark = cursor.mark();
        cursor.advance();
        return switch (kind) {
            case "VIEW" -> readers.views().read("ALTER", new Head(Replacement.NONE, Persistence.PERMANENT, List.of()));
            case "EVENT" -> readers.triggers().alterEvent();
            case "DATABASE", "SCHEMA" -> readers.objects().alterDatabase(kind);
            case "PROCEDURE", "FUNCTION" -> readers.routines().alter(kind);
            case "USER" -> readers.accounts().define("ALTER", kind, List.of());
            case "SERVER" -> readers.objects().server("ALTER", List.of());
            default -> {
                cursor.seek(mark);
                yield in.mariadb() ? alterOfMariadb() : alterOfMysql();
            }
        };
    }

    private Statement alterOfMariadb() {
        if (cursor.take("SEQUENCE")) {
            return readers.sequences().alter();
        }
        throw unknown("ALTER");
    }

    private Statement alterOfMysql() {
        if (cursor.take("INSTANCE")) {
            return readers.objects().instance();
        }
        return storage("ALTER").orElseThrow(() -> unknown("ALTER"));
    }

    Statement drop() {
        return cursor.take("INDEX") ? readers.indexes().drop() : readers.drops().read();
    }

    Statement truncate() {
        cursor.take("TABLE");
        List<QualifiedName> tables = List.of(in.name("a table"));
        List<String> options = in.waitingText().stream().toList();
        in.expectEnd();
        return new Truncate(cursor.span(), tables, options, Behavior.UNSAID);
    }

    Statement rename() {
        if (cursor.take("USER")) {
            return readers.accounts().rename();
        }
        if (!in.takeEither("TABLE", "TABLES")) {
            throw in.expected("TABLE or USER");
        }
        Guard guard = in.mariadbIfExists();
        List<RenameTables.Renaming> renamings = new ArrayList<>(1);
        List<String> modifiers = new ArrayList<>(0);
        do {
            QualifiedName from = in.name("a table");
            Optional<String> waiting = in.waitingText();
            if (waiting.isPresent()) {
                modifiers.clear(); // it holds for the statement, and the last one counts
                modifiers.add(waiting.get());
            }
            in.expect("TO");
            renamings.add(new RenameTables.Renaming(from, in.name("a name")));
        } while (cursor.takeSymbol(','));
        in.expectEnd();
        return new RenameTables(cursor.span(), guard, renamings, modifiers);
    }
}
