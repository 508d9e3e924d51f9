package dev.godwit.formats;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.Script;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A dialect that quotes as the standard says and takes every part as one statement. */
final class QuotingDialect implements Dialect {
    @Override
    public String name() {
        return "standard";
    }

    @Override
    public Script split(SqlSource source, SourceSpan part) {
        return new Script(source, part, List.of(statement(source, part)));
    }

    @Override
    public Statement statement(SqlSource source, SourceSpan span) {
        return new Statement.Dml(span, "SELECT", Optional.empty());
    }

    @Override
    public Set<String> names(SqlSource source, Statement statement) {
        return Set.of();
    }

    @Override
    public String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
