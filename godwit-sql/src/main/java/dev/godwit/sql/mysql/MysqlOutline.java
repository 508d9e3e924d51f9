package dev.godwit.sql.mysql;

import static dev.godwit.sql.Statement.Unparsed.Handling.SEND;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.List;

/** Reads one statement: finds out its verb and has the reader of that go on. */
final class MysqlOutline {
    private static final int LONGEST_SHOWN = 40;
    private static final int DEEPEST = 20;

    private final Cursor cursor;
    private final Input in;
    private final Readers readers;
    private final MysqlDefinitions definitions;
    private int depth;

    MysqlOutline(Cursor cursor, Product product) {
        this.cursor = cursor;
        this.in = new Input(cursor, product);
        this.readers = new Readers(in, this::read);
        this.definitions = new MysqlDefinitions(in, readers);
    }

    /** Reads the statement in {@code span}. */
    Statement read(SourceSpan span) {
        if (depth > DEEPEST) {
            return new Unparsed(span, "it is nested too deeply", SEND);
        }
        depth++;
        try {
            cursor.open(span);
            Statement statement = statement();
            in.expectEnd();
            return statement;
        } catch (Unreadable e) {
            return new Unparsed(span, e.why(), SEND);
        } finally {
            depth--;
        }
    }

    private Statement statement() {
        if (cursor.isSymbol('(')) {
            return inParentheses();
        }
        if (cursor.atEnd()) {
            return new Maintenance(cursor.span(), "", List.of(), List.of());
        }
        String verb = cursor.upper();
        if (verb.isEmpty()) {
            throw unknown();
        }
        int mark = cursor.mark();
        String text = cursor.text();
        cursor.advance();
        return statement(verb, mark, text);
    }

    private Statement inParentheses() {
        if (!in.atQuery()) {
            cursor.skipSymbols('(');
            throw unknown();
        }
        int mark = cursor.mark();
        cursor.skipSymbols('(');
        String verb = cursor.upper();
        cursor.seek(mark);
        return readers.rows().query(verb);
    }

    private Unreadable unknown() {
        return unknown(cursor.text());
    }

    private Unreadable unknown(String text) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return new Unreadable(
                "no statement of %s begins with \"%s\"".formatted(in.product().shown(), shown));
    }

    private Statement statement(String verb, int mark, String text) {
        return switch (verb) {
            case "CREATE" -> definitions.create();
            case "ALTER" -> definitions.alter();
            case "DROP" -> cursor.take("PREPARE") ? readers.session().deallocate() : definitions.drop();
            case "TRUNCATE" -> definitions.truncate();
            case "RENAME" -> definitions.rename();
            case "GRANT", "REVOKE" -> readers.privileges().read(verb);
            case "INSTALL", "UNINSTALL", "IMPORT" -> readers.objects().extension(verb);
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
                    "SIGNAL",
                    "RESIGNAL",
                    "GET" -> readers.rows().read(verb);
            case "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR" -> block(mark, text);
            default -> session(verb, mark, text);
        };
    }

    private Statement session(String verb, int mark, String text) {
        return switch (verb) {
            case "SET" -> set();
            case "USE" -> readers.session().use();
            case "PREPARE" -> readers.session().prepare();
            case "DEALLOCATE" -> {
                in.expect("PREPARE");
                yield readers.session().deallocate();
            }
            case "BEGIN" ->
                cursor.is("NOT") ? block(mark, text) : readers.session().begin();
            case "START" ->
                cursor.take("TRANSACTION")
                        ? readers.session().start()
                        : readers.maintenance().any(verb);
            case "COMMIT" -> readers.session().commit();
            case "ROLLBACK" -> readers.session().rollback();
            case "SAVEPOINT" -> readers.session().savepoint();
            case "RELEASE" -> readers.session().release();
            default -> maintenance(verb, text);
        };
    }

    private Statement maintenance(String verb, String text) {
        return switch (verb) {
            case "ANALYZE" ->
                in.mariadb() && !readers.maintenance().atTables()
                        ? readers.rows().read(verb)
                        : readers.maintenance().tables(verb);
            case "OPTIMIZE", "REPAIR", "CHECK", "CHECKSUM" ->
                readers.maintenance().tables(verb);
            case "LOCK" -> readers.maintenance().lock();
            case "UNLOCK" -> readers.maintenance().unlock();
            case "FLUSH" -> readers.maintenance().flush();
            case "BACKUP" -> maintenanceOf(in.mariadb(), verb, text);
            case "RESTART", "CLONE" -> maintenanceOf(!in.mariadb(), verb, text);
            case "RESET", "PURGE", "STOP", "CHANGE", "KILL", "CACHE", "SHUTDOWN", "XA", "BINLOG" ->
                readers.maintenance().any(verb);
            default -> throw unknown(text);
        };
    }

    private Statement maintenanceOf(boolean known, String verb, String text) {
        if (!known) {
            throw unknown(text);
        }
        return readers.maintenance().any(verb);
    }

    private Statement block(int mark, String text) {
        if (!in.mariadb()) {
            throw unknown(text);
        }
        cursor.seek(mark);
        return finished(readers.blocks().read());
    }

    private Statement set() {
        if (cursor.is("PASSWORD") || cursor.sees("DEFAULT", "ROLE")) {
            return readers.accounts().set();
        }
        return in.mariadb() && cursor.take("STATEMENT")
                ? settings()
                : readers.session().set();
    }

    // The settings hold for one statement, which the block consists of.
    private Statement settings() {
        SourceSpan span = cursor.span();
        while (!cursor.atEnd() && !cursor.is("FOR")) {
            in.pass();
        }
        in.expect("FOR");
        if (cursor.token() == Token.END) {
            throw in.expected("a statement");
        }
        Statement inner = read(new SourceSpan(cursor.mark(), span.end()));
        return finished(new CodeBlock(span, "set statement", List.of(inner), 0));
    }

    // Reading the statements within has moved the cursor.
    private Statement finished(Statement block) {
        cursor.open(new SourceSpan(block.span().end(), block.span().end()));
        return block;
    }
}
