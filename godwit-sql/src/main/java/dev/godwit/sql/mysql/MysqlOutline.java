package dev.godwit.sql.mysql;

import static dev.godwit.sql.Statement.Unparsed.Handling.SEND;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what kind of statement it is, and the facts that decide how it is run. */
final class MysqlOutline {
    private final Cursor cursor;
    private final Product product;
    private final MysqlDefinitions definitions;

    MysqlOutline(Cursor cursor, Product product) {
        this.cursor = cursor;
        this.product = product;
        this.definitions = new MysqlDefinitions(cursor, new Readers(cursor, product));
    }

    /** Reads the statement in {@code span}. */
    Statement read(SourceSpan span) {
        cursor.open(span);
        cursor.skipSymbols('(');
        if (cursor.atEnd()) {
            return new Maintenance(span, "", List.of(), List.of());
        }
        String verb = cursor.upper();
        String text = verb.isEmpty() ? cursor.text() : "";
        cursor.advance();
        if (verb.isEmpty()) {
            return unknown(text);
        }
        try {
            return statement(verb);
        } catch (Unreadable e) {
            return new Unparsed(span, e.why(), SEND);
        }
    }

    private Statement statement(String verb) {
        return switch (verb) {
            case "BEGIN" -> cursor.is("NOT") ? dml(verb) : control(Verb.BEGIN);
            case "START" -> cursor.is("TRANSACTION") ? control(Verb.BEGIN) : maintenance(verb);
            case "COMMIT" -> control(Verb.COMMIT);
            case "ROLLBACK" -> rollback();
            case "SAVEPOINT" -> control(Verb.SAVEPOINT);
            case "RELEASE" -> control(Verb.RELEASE);
            case "SET" -> set();
            case "USE" -> setting("use", cursor.identifier().map(Identifier::name), Reach.SESSION);
            case "PREPARE", "DEALLOCATE" -> prepare(verb);
            case "CREATE" -> definitions.create();
            case "ALTER" -> definitions.alter();
            case "DROP" ->
                cursor.take("PREPARE") ? setting("deallocate", cursor.rest(), Reach.SESSION) : definitions.drop();
            case "TRUNCATE", "RENAME", "GRANT", "REVOKE", "INSTALL", "UNINSTALL", "IMPORT" -> definitions.other(verb);
            case "ANALYZE", "OPTIMIZE", "REPAIR", "CHECK", "CHECKSUM" -> table(verb);
            case "LOCK",
                    "UNLOCK",
                    "FLUSH",
                    "RESET",
                    "PURGE",
                    "STOP",
                    "CHANGE",
                    "KILL",
                    "CACHE",
                    "SHUTDOWN",
                    "RESTART",
                    "XA",
                    "BINLOG",
                    "CLONE",
                    "BACKUP" -> maintenance(verb);
            case "INSERT",
                    "REPLACE",
                    "UPDATE",
                    "DELETE",
                    "SELECT",
                    "WITH",
                    "VALUES",
                    "TABLE",
                    "LOAD",
                    "CALL",
                    "DO",
                    "EXECUTE",
                    "EXPLAIN",
                    "DESCRIBE",
                    "DESC",
                    "SHOW",
                    "HANDLER",
                    "HELP",
                    "IF",
                    "CASE",
                    "LOOP",
                    "WHILE",
                    "REPEAT",
                    "FOR",
                    "SIGNAL",
                    "RESIGNAL",
                    "GET" -> dml(verb);
            default -> unknown(verb);
        };
    }

    private Statement unknown(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new Unparsed(
                cursor.span(), "no statement of %s begins with \"%s\"".formatted(product.shown(), shown), SEND);
    }

    private TransactionControl control(Verb verb) {
        return new TransactionControl(cursor.span(), verb);
    }

    private Statement rollback() {
        cursor.take("WORK");
        return control(cursor.is("TO") ? Verb.ROLLBACK_TO : Verb.ROLLBACK);
    }

    private Statement set() {
        if (cursor.is("PASSWORD") || cursor.is("ROLE") || cursor.is("DEFAULT")) {
            return password();
        }
        if (cursor.take("STATEMENT")) {
            return Dml.outline(cursor.span(), "SET STATEMENT", Optional.empty());
        }
        Optional<Reach> said = reach();
        if (cursor.take("TRANSACTION")) {
            return setting("transaction", cursor.rest(), said.orElse(Reach.TRANSACTION));
        }
        Reach reach = said.orElse(Reach.SESSION);
        if (cursor.take("NAMES")) {
            return setting("names", cursor.rest(), reach);
        }
        if (cursor.take("CHARACTER", "SET") || cursor.take("CHARSET")) {
            return setting("character_set", cursor.rest(), reach);
        }
        return variable(reach);
    }

    private Statement password() {
        if (cursor.take("ROLE")) {
            return setting("role", cursor.rest(), Reach.SESSION);
        }
        String kind = cursor.take("PASSWORD") ? "PASSWORD" : "DEFAULT ROLE";
        return new OtherDefinition(cursor.span(), "SET", kind, Statement.Guard.NONE, List.of(), List.of());
    }

    private Optional<Reach> reach() {
        if (cursor.take("GLOBAL") || cursor.take("PERSIST") || cursor.take("PERSIST_ONLY")) {
            return Optional.of(Reach.SERVER);
        }
        return cursor.take("SESSION") || cursor.take("LOCAL") ? Optional.of(Reach.SESSION) : Optional.empty();
    }

    private Statement variable(Reach said) {
        boolean user = cursor.takeSymbol('@');
        boolean system = user && cursor.takeSymbol('@');
        Reach reach = said;
        if (system) {
            reach = reach().orElse(said);
            cursor.takeSymbol('.');
        }
        Optional<QualifiedName> name = cursor.name();
        if (name.isEmpty()) {
            return user && !system ? setting("@", cursor.rest(), reach) : unknown("SET " + cursor.text());
        }
        cursor.takeSymbol(':');
        cursor.takeSymbol('=');
        String variable = name.get().toString().toLowerCase(Locale.ROOT);
        return setting(user && !system ? "@" + variable : variable, cursor.rest(), reach);
    }

    private Statement prepare(String verb) {
        cursor.take("PREPARE");
        return setting(verb.toLowerCase(Locale.ROOT), cursor.identifier().map(Identifier::name), Reach.SESSION);
    }

    private Statement setting(String name, Optional<String> value, Reach reach) {
        return new SessionSetting(cursor.span(), name, value, reach);
    }

    private Statement table(String verb) {
        cursor.skip("NO_WRITE_TO_BINLOG", "LOCAL");
        if (!cursor.take("TABLE") && !cursor.take("TABLES") && verb.equals("ANALYZE")) {
            return dml("ANALYZE");
        }
        return new Maintenance(cursor.span(), verb, cursor.names(), List.of());
    }

    private Statement maintenance(String verb) {
        cursor.skip("NO_WRITE_TO_BINLOG", "LOCAL");
        boolean tables = cursor.take("TABLES") || cursor.take("TABLE");
        return new Maintenance(cursor.span(), verb, tables ? tables() : List.of(), List.of());
    }

    private List<QualifiedName> tables() {
        List<QualifiedName> names = new ArrayList<>(1);
        do {
            if (cursor.is("WITH") || cursor.is("FOR")) {
                break;
            }
            cursor.name().ifPresent(names::add);
            while (!cursor.atEnd() && !cursor.isSymbol(',')) {
                cursor.advance();
            }
        } while (cursor.takeSymbol(','));
        return names;
    }

    private Statement dml(String verb) {
        cursor.skip("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK", "IGNORE");
        Optional<QualifiedName> target = switch (verb) {
            case "INSERT", "REPLACE" -> into();
            case "DELETE" -> cursor.take("FROM") ? cursor.name() : Optional.empty();
            case "UPDATE", "TABLE", "CALL", "EXECUTE", "HANDLER" -> cursor.name();
            case "LOAD" -> load();
            default -> Optional.empty();
        };
        return Dml.outline(cursor.span(), verb, target);
    }

    private Optional<QualifiedName> into() {
        cursor.take("INTO");
        cursor.take("TABLE");
        return cursor.name();
    }

    private Optional<QualifiedName> load() {
        if (!cursor.find("INTO")) {
            return Optional.empty();
        }
        cursor.advance();
        return cursor.take("TABLE") ? cursor.name() : Optional.empty();
    }
}
