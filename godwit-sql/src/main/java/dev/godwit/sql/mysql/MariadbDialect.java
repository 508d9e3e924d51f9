package dev.godwit.sql.mysql;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Script;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Set;

/** MariaDB, which reads as MySQL does but for {@code /*M! … *}{@code /} comments. */
public final class MariadbDialect implements Dialect {
    private static final MysqlReader READER = MysqlReader.mariadb();

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Script split(SqlSource source, SourceSpan part) {
        return READER.split(source, part);
    }

    @Override
    public Statement statement(SqlSource source, SourceSpan span) {
        return READER.statement(source, span);
    }

    @Override
    public List<SourceSpan> comments(SqlSource source, SourceSpan part) {
        return READER.comments(source, part);
    }

    @Override
    public Set<String> names(SqlSource source, Statement statement) {
        return READER.names(source, statement);
    }

    @Override
    public String print(SqlSource source, Statement statement) {
        return READER.print(source, statement);
    }

    @Override
    public Expression expression(String text) {
        return READER.expression(text);
    }

    @Override
    public String quote(String name) {
        return MysqlText.quote(name);
    }

    /**
     * {@inheritDoc} A text with a backslash or a zero character becomes {@code _utf8mb4 X'…'}, which reads alike whether
     * NO_BACKSLASH_ESCAPES is on or off; it is good in expressions, not where the grammar wants a plain string, as after
     * COMMENT.
     */
    @Override
    public String literal(String text) {
        return MysqlText.literal(text);
    }
}
