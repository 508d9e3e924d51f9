package dev.godwit.sql;

import java.util.List;

/** A source cut into statements. What lies between them (comments, terminators, client commands) are the gaps. */
public record Script(SqlSource source, SourceSpan part, List<Statement> statements) {
    public Script {
        statements = List.copyOf(statements);
    }
}
