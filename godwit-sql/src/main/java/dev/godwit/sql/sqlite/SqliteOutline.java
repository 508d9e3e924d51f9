package dev.godwit.sql.sqlite;

import static dev.godwit.sql.Statement.Unparsed.Handling.SEND;

import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.Reindex;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.internal.Cursor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads statements. */
final class SqliteOutline {
    private final Cursor cursor;
    private final Input in;
    private final TableReader tables;
    private final ObjectReader objects;
    private final DmlReader rows;

    SqliteOutline(Cursor cursor) {
        this.cursor = cursor;
        this.in = new Input(cursor);
        ConstraintReader constraints = new ConstraintReader(in);
        this.tables = new TableReader(in, constraints);
        this.objects = new ObjectReader(in, constraints);
        this.rows = new DmlReader(in);
    }

    /** Reads the statement in {@code span}. */
    Statement read(SourceSpan span) {
        cursor.open(span);
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
            case "BEGIN" -> control(Verb.BEGIN);
            case "COMMIT", "END" -> control(Verb.COMMIT);
            case "ROLLBACK" -> rollback();
            case "SAVEPOINT" -> control(Verb.SAVEPOINT);
            case "RELEASE" -> control(Verb.RELEASE);
            case "PRAGMA" -> pragma();
            case "ATTACH", "DETACH" ->
                new SessionSetting(cursor.span(), verb.toLowerCase(Locale.ROOT), cursor.rest(), Reach.SESSION);
            case "REINDEX" -> reindex();
            case "CREATE" -> create();
            case "DROP" -> objects.drop();
            case "ALTER" -> {
                in.expect("TABLE");
                yield tables.alter();
            }
            case "VACUUM", "ANALYZE" -> maintenance(verb);
            case "INSERT", "REPLACE", "UPDATE", "DELETE", "SELECT", "WITH", "VALUES", "EXPLAIN" -> rows.read(verb);
            default -> unknown(verb);
        };
    }

    private Statement unknown(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new Unparsed(cursor.span(), "no statement of SQLite begins with \"%s\"".formatted(shown), SEND);
    }

    private Maintenance maintenance(String verb) {
        if (verb.equals("VACUUM") && in.take("INTO")) {
            return new Maintenance(cursor.span(), verb, List.of(), List.of("INTO"));
        }
        List<QualifiedName> names = cursor.names();
        return new Maintenance(cursor.span(), verb, names, in.is("INTO") ? List.of("INTO") : List.of());
    }

    private TransactionControl control(Verb verb) {
        return new TransactionControl(cursor.span(), verb);
    }

    private Statement rollback() {
        cursor.take("TRANSACTION");
        return control(cursor.is("TO") ? Verb.ROLLBACK_TO : Verb.ROLLBACK);
    }

    private Statement pragma() {
        Optional<QualifiedName> name = cursor.name();
        if (name.isEmpty()) {
            return unknown("PRAGMA " + cursor.text());
        }
        boolean assigned = cursor.takeSymbol('=');
        Optional<String> value = cursor.rest();
        if (!assigned && cursor.takeSymbol('(')) {
            value = cursor.rest().map(text -> text.replaceFirst("\\s*\\)$", ""));
        }
        String pragma = name.get().last().name().toLowerCase(Locale.ROOT);
        return new SessionSetting(cursor.span(), pragma, value, Reach.SESSION);
    }

    private Statement reindex() {
        Optional<QualifiedName> name = cursor.name();
        return new Reindex(cursor.span(), Concurrency.PLAIN, name.isPresent() ? "OBJECT" : "DATABASE", name);
    }

    private Statement create() {
        if (in.take("UNIQUE")) {
            in.expect("INDEX");
            return objects.index("UNIQUE");
        }
        if (in.take("INDEX")) {
            return objects.index("INDEX");
        }
        if (in.take("VIRTUAL")) {
            in.expect("TABLE");
            return tables.createVirtual();
        }
        Persistence persistence =
                in.oneOf("TEMP", "TEMPORARY").isPresent() ? Persistence.TEMPORARY : Persistence.PERMANENT;
        if (in.take("TABLE")) {
            return tables.create(persistence);
        }
        if (in.take("VIEW")) {
            return objects.view(persistence);
        }
        if (in.take("TRIGGER")) {
            return objects.trigger(persistence);
        }
        throw in.missing("TABLE, INDEX, VIEW or TRIGGER");
    }
}
