package dev.godwit.sql.mysql;

import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the upkeep of tables and servers (MySQL 8.0 manual, 15.7.3, 15.7.8 and 15.3.6). */
final class MaintenanceReader {
    private static final Set<String> WORDS =
            WordSet.of("QUICK, FAST, MEDIUM, EXTENDED, CHANGED, USE_FRM, FORCE, FROM, MYSQL");

    private final Input in;
    private final Cursor cursor;

    MaintenanceReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    private Statement maintenance(String verb, List<QualifiedName> names, List<String> options) {
        return new Maintenance(cursor.span(), verb, names, options);
    }

    /** Tells whether a table's upkeep and not another statement of that verb comes next. */
    boolean atTables() {
        boolean quiet = cursor.is("NO_WRITE_TO_BINLOG") || cursor.is("LOCAL");
        return quiet || cursor.is("TABLE") || cursor.is("TABLES");
    }

    /** Reads what follows ANALYZE, OPTIMIZE, REPAIR, CHECK or CHECKSUM. */
    Statement tables(String verb) {
        List<String> options = new ArrayList<>(1);
        quiet(options);
        boolean views = in.mariadb() && (verb.equals("REPAIR") || verb.equals("CHECK"));
        if (views && cursor.take("VIEW")) {
            return named(verb, options);
        }
        if (!in.takeEither("TABLE", "TABLES")) {
            throw in.expected("TABLE");
        }
        return named(verb, options);
    }

    private void quiet(List<String> options) {
        if (cursor.is("NO_WRITE_TO_BINLOG") || cursor.is("LOCAL")) {
            options.add(cursor.upper());
            cursor.advance();
        }
    }

    private Statement named(String verb, List<String> options) {
        List<QualifiedName> names = new ArrayList<>(1);
        do {
            names.add(in.name("a table"));
            if (verb.equals("ANALYZE") && in.mariadb() && cursor.sees("PERSISTENT", "FOR")) {
                persistent();
            }
        } while (cursor.takeSymbol(','));
        in.waitingText().ifPresent(options::add);
        words(verb, options);
        in.expectEnd();
        return maintenance(verb, names, options);
    }

    // MariaDB's engine-independent statistics of some columns and indexes.
    private void persistent() {
        in.expect("PERSISTENT", "FOR");
        if (!cursor.take("ALL")) {
            in.expect("COLUMNS");
            allOrSome();
            in.expect("INDEXES");
            allOrSome();
        }
    }

    private void allOrSome() {
        if (!cursor.take("ALL")) {
            in.passParentheses();
        }
    }

    // As in QUICK, FOR UPGRADE, UPDATE HISTOGRAM ON a, b WITH 8 BUCKETS.
    private void words(String verb, List<String> options) {
        while (!cursor.atEnd()) {
            boolean word = WORDS.contains(cursor.upper()) && !verb.equals("ANALYZE") && !verb.equals("OPTIMIZE");
            if (cursor.take("FOR", "UPGRADE")) {
                options.add("FOR UPGRADE");
            } else if (!in.mariadb() && (cursor.take("UPDATE", "HISTOGRAM") || cursor.take("DROP", "HISTOGRAM"))) {
                options.add("HISTOGRAM");
                in.passMatching();
            } else if (word) {
                options.add(cursor.upper());
                cursor.advance();
            } else {
                throw in.expected("the end");
            }
        }
    }

    /** Reads what follows LOCK. */
    Statement lock() {
        if (!in.mariadb() && cursor.take("INSTANCE", "FOR", "BACKUP")) {
            in.expectEnd();
            return maintenance("LOCK", List.of(), List.of("INSTANCE FOR BACKUP"));
        }
        if (!in.takeEither("TABLE", "TABLES")) {
            throw in.expected("TABLES");
        }
        List<QualifiedName> names = new ArrayList<>(2);
        List<String> modes = new ArrayList<>(2);
        do {
            names.add(in.name("a table"));
            alias();
            modes.add(mode());
        } while (cursor.takeSymbol(','));
        in.waitingText().ifPresent(modes::add);
        in.expectEnd();
        return maintenance("LOCK", names, modes);
    }

    private void alias() {
        boolean said = cursor.take("AS");
        boolean mode = cursor.is("READ") || cursor.is("WRITE") || cursor.is("LOW_PRIORITY");
        if (said || !mode) {
            in.identifier("an alias, READ or WRITE");
        }
    }

    private String mode() {
        if (cursor.take("READ")) {
            return cursor.take("LOCAL") ? "READ LOCAL" : "READ";
        }
        cursor.take("LOW_PRIORITY");
        in.expect("WRITE");
        return in.mariadb() && cursor.take("CONCURRENT") ? "WRITE CONCURRENT" : "WRITE";
    }

    /** Reads what follows UNLOCK. */
    Statement unlock() {
        boolean instance = !in.mariadb() && cursor.take("INSTANCE");
        if (!instance && !in.takeEither("TABLES", "TABLE")) {
            throw in.expected("TABLES");
        }
        in.expectEnd();
        return maintenance("UNLOCK", List.of(), instance ? List.of("INSTANCE") : List.of());
    }

    /** Reads what follows FLUSH. */
    Statement flush() {
        List<String> options = new ArrayList<>(1);
        quiet(options);
        List<QualifiedName> names = new ArrayList<>(0);
        if (in.takeEither("TABLES", "TABLE") && in.atName()) {
            names.addAll(in.names("a table"));
        }
        while (!cursor.atEnd()) {
            String word = cursor.upper();
            if (!word.isEmpty()) {
                options.add(word);
            }
            in.pass();
        }
        return maintenance("FLUSH", names, options);
    }

    /** Reads the rest of a statement that is known by its verb alone. */
    Statement any(String verb) {
        in.passMatching();
        return maintenance(verb, List.of(), List.of());
    }
}
