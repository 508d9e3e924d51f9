package dev.godwit.sql.postgres;

import static dev.godwit.sql.Statement.Unparsed.Handling.SEND;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.internal.Cursor;
import java.util.Optional;

/** Reads one statement to the node that stands for it. What does not follow the grammar to its last token is {@link Unparsed}. */
final class PostgresOutline {
    private static final int LONGEST_SHOWN = 40;

    private final PostgresReader in;
    private final PostgresDefinitions definitions;
    private final PostgresSession session;
    private final PostgresMaintenance maintenance;
    private final PostgresDml dml;
    private final PostgresCommands commands;
    private final PostgresCodeBlock code;

    /** Makes a reader; {@code nesting} is how many blocks of code the text stands in. */
    PostgresOutline(Cursor cursor, int nesting) {
        this.in = new PostgresReader(cursor);
        this.definitions = new PostgresDefinitions(in, this);
        this.session = new PostgresSession(in);
        this.maintenance = new PostgresMaintenance(in);
        this.dml = new PostgresDml(in);
        this.commands = new PostgresCommands(in);
        this.code = new PostgresCodeBlock(in, nesting);
    }

    /** Reads the statement in {@code span}. */
    Statement read(SourceSpan span) {
        try {
            in.open(span);
            Statement read = statement();
            return in.atEnd() ? read : new Unparsed(span, in.unexpected().why(), SEND);
        } catch (UnreadableException e) {
            return new Unparsed(span, e.why(), SEND);
        }
    }

    private Statement statement() {
        int open = 0;
        while (in.takeSymbol('(')) {
            open++;
        }
        String verb = in.upper();
        if (verb.isEmpty()) {
            throw unknown(in.text());
        }
        in.advance();
        return open == 0 ? statement(verb) : query(verb, open);
    }

    private Statement query(String verb, int open) {
        return switch (verb) {
            case "SELECT", "WITH", "VALUES", "TABLE" -> dml.read(verb, open);
            default -> throw unknown("(" + verb);
        };
    }

    private Statement statement(String verb) {
        return switch (verb) {
            case "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "VALUES", "TABLE" -> dml.read(verb, 0);
            case "CREATE" -> definitions.create();
            case "ALTER" -> definitions.alter();
            case "DROP" -> definitions.drop();
            case "TRUNCATE", "COMMENT", "SECURITY", "GRANT", "REVOKE", "REASSIGN", "IMPORT" -> definitions.other(verb);
            case "COPY" -> commands.copy();
            case "DO" -> code.read();
            case "CALL", "EXECUTE", "SHOW", "DECLARE", "FETCH", "MOVE", "CLOSE", "NOTIFY", "WAIT" ->
                commands.plain(verb);
            case "EXPLAIN" -> explain();
            case "REINDEX" -> definitions.indexes().reindex();
            case "VACUUM", "ANALYZE", "ANALYSE", "CLUSTER", "CHECKPOINT", "LOCK", "REFRESH" -> maintenance.read(verb);
            default -> session(verb);
        };
    }

    private Statement session(String verb) {
        return switch (verb) {
            case "SET" -> session.set();
            case "RESET" -> session.reset();
            case "BEGIN" -> {
                session.work();
                yield session.begin();
            }
            case "START" -> {
                in.expect("TRANSACTION");
                yield session.begin();
            }
            case "COMMIT", "END" -> session.end(Verb.COMMIT);
            case "ROLLBACK", "ABORT" -> session.end(Verb.ROLLBACK);
            case "SAVEPOINT" -> session.savepoint(Verb.SAVEPOINT);
            case "RELEASE" -> session.savepoint(Verb.RELEASE);
            case "PREPARE" -> session.prepare();
            case "DEALLOCATE", "DISCARD", "LISTEN", "UNLISTEN", "LOAD" -> session.other(verb);
            default -> throw unknown(verb);
        };
    }

    private static UnreadableException unknown(String text) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return new UnreadableException("no statement of PostgreSQL begins with \"%s\"".formatted(shown));
    }

    // What is explained is read, so that it is known to be a statement, and forgotten.
    private Statement explain() {
        if (in.isSymbol('(') && !in.then("SELECT") && !in.then("WITH") && !in.then("VALUES") && !in.thenSymbol('(')) {
            in.inParentheses("an option");
        } else {
            in.take("ANALYZE");
            in.take("ANALYSE");
            in.take("VERBOSE");
        }
        if (in.is("EXPLAIN")) {
            throw in.unexpected();
        }
        statement();
        return Dml.outline(in.span(), "EXPLAIN", Optional.empty());
    }
}
