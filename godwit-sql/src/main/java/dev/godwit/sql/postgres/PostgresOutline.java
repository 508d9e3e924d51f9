package dev.godwit.sql.postgres;

import static dev.godwit.sql.Statement.Unparsed.Handling.SEND;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.Statement.TransactionControl;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.internal.Cursor;
import java.util.List;
import java.util.Optional;

/** Reads what kind of statement it is, and the facts that decide how it is run. */
final class PostgresOutline {
    private final Cursor cursor;
    private final PostgresReader in;
    private final PostgresDefinitions definitions;

    PostgresOutline(Cursor cursor) {
        this.cursor = cursor;
        this.in = new PostgresReader(cursor);
        this.definitions = new PostgresDefinitions(in, cursor);
    }

    /** Reads the statement in {@code span}. */
    Statement read(SourceSpan span) {
        try {
            Statement read = statement(span);
            return in.atEnd() || read instanceof Unparsed
                    ? read
                    : new Unparsed(span, in.unexpected().why(), SEND);
        } catch (UnreadableException e) {
            return new Unparsed(span, e.why(), SEND);
        }
    }

    private Statement statement(SourceSpan span) {
        cursor.open(span);
        cursor.skipSymbols('(');
        String verb = cursor.upper();
        String text = verb.isEmpty() ? cursor.text() : "";
        cursor.advance();
        return verb.isEmpty() ? unknown(text) : statement(verb);
    }

    private Statement statement(String verb) {
        return switch (verb) {
            case "BEGIN" -> control(Verb.BEGIN);
            case "START" -> cursor.is("TRANSACTION") ? control(Verb.BEGIN) : unknown(verb);
            case "COMMIT" -> prepared(verb, Verb.COMMIT);
            case "END" -> control(Verb.COMMIT);
            case "ROLLBACK" -> rollback(verb);
            case "ABORT" -> control(Verb.ROLLBACK);
            case "SAVEPOINT" -> control(Verb.SAVEPOINT);
            case "RELEASE" -> control(Verb.RELEASE);
            case "SET" -> set();
            case "RESET" -> reset();
            case "PREPARE" -> prepare();
            case "DEALLOCATE", "DISCARD", "LISTEN", "UNLISTEN", "LOAD" -> session(verb);
            case "COPY" -> copy();
            case "REINDEX" -> definitions.indexes().reindex();
            case "CREATE" -> definitions.create();
            case "ALTER" -> definitions.alter();
            case "DROP" -> definitions.drop();
            case "TRUNCATE", "COMMENT", "SECURITY", "GRANT", "REVOKE", "REASSIGN", "IMPORT" -> definitions.other(verb);
            case "VACUUM", "ANALYZE", "ANALYSE", "CLUSTER", "CHECKPOINT", "LOCK", "REFRESH", "REPACK" ->
                maintenance(verb);
            case "INSERT",
                    "UPDATE",
                    "DELETE",
                    "MERGE",
                    "SELECT",
                    "WITH",
                    "VALUES",
                    "TABLE",
                    "CALL",
                    "DO",
                    "EXECUTE",
                    "EXPLAIN",
                    "SHOW",
                    "DECLARE",
                    "FETCH",
                    "MOVE",
                    "CLOSE",
                    "NOTIFY",
                    "WAIT" -> dml(verb);
            default -> unknown(verb);
        };
    }

    private Statement unknown(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new Unparsed(cursor.span(), "no statement of PostgreSQL begins with \"%s\"".formatted(shown), SEND);
    }

    private TransactionControl control(Verb verb) {
        in.skipToEnd();
        return new TransactionControl(cursor.span(), verb);
    }

    private Statement prepared(String verb, Verb control) {
        if (cursor.is("PREPARED")) {
            in.skipToEnd();
            return new Maintenance(cursor.span(), verb + " PREPARED", List.of(), List.of());
        }
        return control(control);
    }

    private Statement rollback(String verb) {
        cursor.skip("WORK", "TRANSACTION");
        return cursor.is("TO") ? control(Verb.ROLLBACK_TO) : prepared(verb, Verb.ROLLBACK);
    }

    private Statement set() {
        if (cursor.take("CONSTRAINTS")) {
            return setting("constraints", cursor.rest(), Reach.TRANSACTION);
        }
        if (cursor.take("TRANSACTION")) {
            return setting("transaction", cursor.rest(), Reach.TRANSACTION);
        }
        Reach reach = cursor.take("LOCAL") ? Reach.TRANSACTION : Reach.SESSION;
        if (cursor.take("SESSION", "CHARACTERISTICS")) {
            return setting("transaction", cursor.rest(), Reach.SESSION);
        }
        if (cursor.take("SESSION", "AUTHORIZATION")) {
            return setting("session_authorization", cursor.rest(), reach);
        }
        cursor.take("SESSION");
        return assignment(reach);
    }

    private Statement assignment(Reach reach) {
        if (cursor.take("TIME", "ZONE")) {
            return setting("timezone", cursor.rest(), reach);
        }
        if (cursor.take("SESSION", "AUTHORIZATION")) {
            return setting("session_authorization", cursor.rest(), reach);
        }
        Optional<QualifiedName> name = cursor.name();
        if (name.isEmpty()) {
            return unknown("SET " + cursor.text());
        }
        if (!cursor.takeSymbol('=')) {
            cursor.take("TO");
        }
        String setting = name.get().toString();
        return setting(setting.equals("schema") ? "search_path" : setting, cursor.rest(), reach);
    }

    private Statement reset() {
        if (cursor.take("TIME", "ZONE")) {
            return setting("timezone", Optional.empty(), Reach.SESSION);
        }
        if (cursor.take("SESSION", "AUTHORIZATION")) {
            return setting("session_authorization", Optional.empty(), Reach.SESSION);
        }
        return cursor.name()
                .map(name -> setting(name.toString(), Optional.empty(), Reach.SESSION))
                .orElseGet(() -> unknown("RESET " + cursor.text()));
    }

    private Statement prepare() {
        if (cursor.take("TRANSACTION")) {
            in.skipToEnd();
            return new Maintenance(cursor.span(), "PREPARE TRANSACTION", List.of(), List.of());
        }
        return setting("prepare", cursor.identifier().map(Identifier::name), Reach.SESSION);
    }

    private Statement session(String verb) {
        return setting(PostgresNames.lower(verb), cursor.rest(), Reach.SESSION);
    }

    private Statement setting(String name, Optional<String> value, Reach reach) {
        in.skipToEnd();
        return new SessionSetting(cursor.span(), name, value, reach);
    }

    private Statement copy() {
        cursor.take("BINARY");
        Optional<QualifiedName> table = cursor.name();
        cursor.skipParentheses();
        SourceSpan span = cursor.span();
        boolean rows = table.isPresent() && cursor.take("FROM") && cursor.is("STDIN");
        in.skipToEnd();
        if (rows) {
            return new CopyFromStdin(span, new SourceSpan(span.end(), span.end()), table.get());
        }
        return Dml.outline(span, "COPY", table);
    }

    private Statement maintenance(String verb) {
        String full = verb.equals("REFRESH") ? "REFRESH MATERIALIZED VIEW" : verb;
        cursor.skipParentheses();
        if (!verb.equals("LOCK") && !verb.equals("REFRESH")) {
            cursor.skip("FULL", "FREEZE", "VERBOSE", "ANALYZE", "ANALYSE");
            cursor.skipParentheses();
        }
        cursor.skip("MATERIALIZED", "VIEW", "TABLE", "CONCURRENTLY", "ONLY");
        List<QualifiedName> names = cursor.names();
        in.skipToEnd();
        return new Maintenance(cursor.span(), full, names, List.of());
    }

    private Statement dml(String verb) {
        Optional<QualifiedName> target = switch (verb) {
            case "INSERT", "MERGE" -> cursor.take("INTO") ? only() : Optional.empty();
            case "DELETE" -> cursor.take("FROM") ? only() : Optional.empty();
            case "UPDATE", "TABLE" -> only();
            case "CALL", "EXECUTE", "FETCH", "CLOSE", "NOTIFY", "DECLARE", "SHOW" -> cursor.name();
            default -> Optional.empty();
        };
        in.skipToEnd();
        return Dml.outline(cursor.span(), verb, target);
    }

    private Optional<QualifiedName> only() {
        if (cursor.take("ONLY")) {
            cursor.takeSymbol('(');
        }
        return cursor.name();
    }
}
