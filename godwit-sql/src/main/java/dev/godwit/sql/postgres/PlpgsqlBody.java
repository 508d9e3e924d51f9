package dev.godwit.sql.postgres;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.internal.ByteWindow;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the SQL statements in a body of PL/pgSQL, those included that EXECUTE runs from a plain literal. */
final class PlpgsqlBody {
    private final ByteWindow bytes;
    private final PostgresReader in;
    private final PostgresOutline sql;
    private final int nesting;
    private final List<Statement> statements = new ArrayList<>();
    private int dynamic;

    PlpgsqlBody(ByteWindow bytes, int nesting) {
        this.bytes = bytes;
        this.in = new PostgresReader(PostgresDialect.cursor(bytes));
        this.sql = new PostgresOutline(PostgresDialect.cursor(bytes), nesting);
        this.nesting = nesting;
    }

    List<Statement> statements() {
        return statements;
    }

    int dynamic() {
        return dynamic;
    }

    void run() {
        in.open(new SourceSpan(bytes.start(), bytes.limit()));
        while (!in.atEnd()) {
            int mark = in.mark();
            statement();
            if (in.mark() == mark) {
                in.advance();
            }
        }
    }

    private void statement() {
        if (in.isSymbol('<')) {
            skipLabel();
            return;
        }
        switch (in.upper()) {
            case "" -> in.advance();
            case "BEGIN", "LOOP", "ELSE", "EXCEPTION", "THEN" -> in.advance();
            case "DECLARE" -> skipTo("BEGIN");
            case "IF", "ELSIF", "ELSEIF", "WHEN", "WHILE", "CASE" -> condition();
            case "FOR" -> loop();
            case "RETURN" -> returned();
            case "EXECUTE" -> execute();
            case "PERFORM" -> perform();
            case "SELECT",
                    "INSERT",
                    "UPDATE",
                    "DELETE",
                    "MERGE",
                    "WITH",
                    "VALUES",
                    "CREATE",
                    "ALTER",
                    "DROP",
                    "TRUNCATE",
                    "COMMENT",
                    "SECURITY",
                    "GRANT",
                    "REVOKE",
                    "REASSIGN",
                    "IMPORT",
                    "REINDEX",
                    "COPY",
                    "VACUUM",
                    "ANALYZE",
                    "ANALYSE",
                    "CLUSTER",
                    "LOCK",
                    "REFRESH",
                    "SET",
                    "RESET",
                    "CALL",
                    "DO",
                    "NOTIFY",
                    "COMMIT",
                    "ROLLBACK",
                    "DISCARD",
                    "EXPLAIN" -> sqlOrAssignment();
            default -> skipToTerminator();
        }
    }

    private void skipLabel() {
        while (!in.atEnd() && !in.isSymbol('>')) {
            in.advance();
        }
        in.takeSymbol('>');
        in.takeSymbol('>');
    }

    private void skipTo(String keyword) {
        while (!in.atEnd() && !in.is(keyword)) {
            in.pass();
        }
    }

    private void skipToTerminator() {
        while (!in.atEnd() && in.token() != Token.TERMINATOR) {
            in.pass();
        }
    }

    // A CASE among expressions has a THEN of its own.
    private void condition() {
        boolean statement = in.is("CASE");
        in.advance();
        int cases = 0;
        while (!in.atEnd() && in.token() != Token.TERMINATOR) {
            if (cases == 0 && (in.is("THEN") || in.is("LOOP") || (statement && in.is("WHEN")))) {
                return;
            }
            if (in.is("CASE")) {
                cases++;
            } else if (in.is("END")) {
                cases--;
            }
            in.pass();
        }
    }

    private void loop() {
        skipTo("IN");
        in.take("IN");
        in.take("REVERSE");
        if (in.take("EXECUTE")) {
            executed();
            skipTo("LOOP");
            return;
        }
        int mark = in.mark();
        boolean query = in.is("SELECT") || in.is("WITH") || in.is("VALUES") || changesRows();
        skipTo("LOOP");
        if (query) {
            add(sql.read(in.since(mark)));
        }
    }

    private boolean changesRows() {
        return in.is("INSERT") || in.is("UPDATE") || in.is("DELETE") || in.is("MERGE");
    }

    private void returned() {
        in.advance();
        if (in.take("QUERY")) {
            if (in.take("EXECUTE")) {
                executed();
            } else {
                statement(in.mark());
            }
        }
        skipToTerminator();
    }

    private void perform() {
        int mark = in.mark();
        skipToTerminator();
        statements.add(Dml.outline(in.since(mark), "SELECT", Optional.empty()));
    }

    private void sqlOrAssignment() {
        if (in.thenSymbol(':') || in.thenSymbol('=') || in.thenSymbol('.') || in.thenSymbol('[')) {
            skipToTerminator();
        } else {
            statement(in.mark());
        }
    }

    private void statement(int mark) {
        skipToTerminator();
        add(sql.read(in.since(mark)));
    }

    // INTO names variables in PL/pgSQL, and no table to be made.
    private void add(Statement statement) {
        if (statement instanceof Dml dml && dml.clauses().contains(Dml.Clause.INTO)) {
            Set<Dml.Clause> clauses = EnumSet.copyOf(dml.clauses());
            clauses.remove(Dml.Clause.INTO);
            statements.add(
                    new Dml(dml.span(), dml.verb(), dml.target(), clauses, dml.columns(), dml.where(), dml.reads()));
        } else {
            statements.add(statement);
        }
    }

    private void execute() {
        in.advance();
        executed();
        skipToTerminator();
    }

    /** Reads what follows EXECUTE. */
    private void executed() {
        Optional<ByteWindow> code = code();
        if (code.isEmpty()) {
            dynamic++;
            return;
        }
        statements.addAll(PostgresDialect.statements(code.get(), nesting));
    }

    private Optional<ByteWindow> code() {
        boolean formatted = in.is("FORMAT") && in.thenSymbol('(');
        if (formatted) {
            in.advance();
            in.advance();
        }
        if (in.token() != Token.STRING) {
            return Optional.empty();
        }
        int mark = in.mark();
        boolean plain = !formatted || in.text().indexOf('%') < 0;
        in.advance();
        SourceSpan literal = in.since(mark);
        boolean ends = (!formatted || in.takeSymbol(')'))
                && (in.atEnd() || in.token() == Token.TERMINATOR || in.is("INTO") || in.is("USING") || in.is("LOOP"));
        return plain && ends ? EmbeddedSql.decode(bytes, literal) : Optional.empty();
    }
}
