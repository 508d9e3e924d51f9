package dev.godwit.sql.sqlite;

import static dev.godwit.sql.Statement.Unparsed.Handling.SEND;

import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.Reindex;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.DefinitionReader;
import dev.godwit.sql.internal.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what kind of statement it is, and the facts that decide how it is run. */
final class SqliteOutline {
    private static final Phrases MODIFIERS = Phrases.of("TEMP", "TEMPORARY", "UNIQUE", "VIRTUAL");
    private static final Phrases KINDS = Phrases.of("TABLE", "VIEW", "TRIGGER", "INDEX");
    private static final Phrases TAILS = Phrases.of(
            "RENAME TO", "RENAME COLUMN", "RENAME", "ADD COLUMN", "DROP COLUMN", "ADD", "DROP", "WITHOUT ROWID");

    private final Cursor cursor;
    private final DefinitionReader definitions = new DefinitionReader(MODIFIERS, KINDS, TAILS);

    SqliteOutline(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the statement in {@code span}. */
    Statement read(SourceSpan span) {
        cursor.open(span);
        String verb = cursor.upper();
        String text = verb.isEmpty() ? cursor.text() : "";
        cursor.advance();
        return verb.isEmpty() ? unknown(text) : statement(verb);
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
            case "DROP" -> drop();
            case "ALTER" -> definitions.read(cursor, verb);
            case "VACUUM", "ANALYZE" -> new Maintenance(cursor.span(), verb, cursor.names(), List.of());
            case "INSERT", "REPLACE", "UPDATE", "DELETE", "SELECT", "WITH", "VALUES", "EXPLAIN" -> dml(verb);
            default -> unknown(verb);
        };
    }

    private Statement unknown(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new Unparsed(cursor.span(), "no statement of SQLite begins with \"%s\"".formatted(shown), SEND);
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
        int mark = cursor.mark();
        cursor.take("UNIQUE");
        if (cursor.take("INDEX")) {
            Guard guard = cursor.guard();
            Optional<QualifiedName> name = cursor.name();
            Optional<QualifiedName> table = cursor.take("ON") ? cursor.name() : Optional.empty();
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
        return definitions.read(cursor, "CREATE");
    }

    private Statement drop() {
        if (cursor.take("INDEX")) {
            Guard guard = cursor.guard();
            return new DropIndex(cursor.span(), Concurrency.PLAIN, guard, cursor.names(), Behavior.UNSAID, List.of());
        }
        return definitions.read(cursor, "DROP");
    }

    private Statement dml(String verb) {
        if (cursor.take("OR")) {
            cursor.advance();
        }
        Optional<QualifiedName> target = switch (verb) {
            case "INSERT", "REPLACE" -> cursor.take("INTO") ? cursor.name() : Optional.empty();
            case "DELETE" -> cursor.take("FROM") ? cursor.name() : Optional.empty();
            case "UPDATE" -> cursor.name();
            default -> Optional.empty();
        };
        return Dml.outline(cursor.span(), verb, target);
    }
}
