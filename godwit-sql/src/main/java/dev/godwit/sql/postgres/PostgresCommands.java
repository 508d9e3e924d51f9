package dev.godwit.sql.postgres;

import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.internal.Token;
import java.util.Optional;

/** Reads COPY, and what only names something: CALL, EXECUTE, FETCH and their like. */
final class PostgresCommands {
    private final PostgresReader in;

    PostgresCommands(PostgresReader in) {
        this.in = in;
    }

    /** Reads what follows COPY. */
    Statement copy() {
        SourceSpan span = in.span();
        in.take("BINARY");
        Optional<QualifiedName> table = Optional.empty();
        if (in.isSymbol('(')) {
            in.inParentheses("a query");
        } else {
            table = Optional.of(in.qualified("a table"));
            if (in.isSymbol('(')) {
                in.columns();
            }
        }
        boolean from = in.oneOf("TO or FROM", "TO", "FROM").equals("FROM");
        boolean rows = from && in.is("STDIN");
        in.all("where the rows come from or go to");
        return rows && table.isPresent()
                ? new CopyFromStdin(span, new SourceSpan(span.end(), span.end()), table.get())
                : Dml.outline(span, "COPY", table);
    }

    /** Reads what follows a {@code verb} that names at most one thing. */
    Statement plain(String verb) {
        Optional<QualifiedName> name = switch (verb) {
            case "CALL", "EXECUTE", "NOTIFY", "DECLARE" -> Optional.of(in.qualifiedLabel("a name"));
            case "CLOSE" -> in.is("ALL") ? Optional.empty() : Optional.of(in.qualifiedLabel("a cursor"));
            case "SHOW" -> in.atEnd() ? Optional.empty() : Optional.of(in.qualifiedLabel("a setting"));
            case "FETCH", "MOVE" -> cursorName();
            default -> Optional.empty();
        };
        in.skipToEnd();
        return Dml.outline(in.span(), verb, name);
    }

    // The direction, which may be anything, stands before the name.
    private Optional<QualifiedName> cursorName() {
        Optional<QualifiedName> last = Optional.empty();
        while (!in.atEnd()) {
            if (in.token() == Token.WORD || in.token() == Token.QUOTED_NAME) {
                last = Optional.of(in.qualifiedLabel("a cursor"));
            } else {
                in.advance();
            }
        }
        return last;
    }
}
