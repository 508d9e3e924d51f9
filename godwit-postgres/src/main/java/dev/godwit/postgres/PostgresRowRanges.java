package dev.godwit.postgres;

import dev.godwit.core.backfill.RowRanges;
import dev.godwit.core.db.Session;
import dev.godwit.core.plan.SqlText;
import dev.godwit.sql.Expression;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.postgres.PostgresDialect;

/**
 * Ranges of blocks: no key is needed, the table is read in its order on disk, and the end is certain. PostgreSQL 14 and newer scan a range of
 * {@code ctid} without looking at the rest (release notes of 14); of partitions and inheriting tables each is cut at the same blocks.
 */
final class PostgresRowRanges implements RowRanges {
    private static final String BLOCKS = """
            WITH RECURSIVE tree AS (
                SELECT ?::regclass::oid AS oid
                UNION SELECT inhrelid FROM pg_inherits JOIN tree ON inhparent = tree.oid)
            SELECT coalesce(max(pg_relation_size(oid)), 0) / current_setting('block_size')::bigint FROM tree""";

    private final SqlText sql = new SqlText(new PostgresDialect());

    @Override
    public long end(Session session, SqlSource source, Statement.Dml statement) {
        QualifiedName table = statement.target().orElseThrow();
        return session.first(BLOCKS, row -> row.getLong(1), sql.name(table)).orElse(0L);
    }

    @Override
    public void run(Session session, SqlSource source, Statement.Dml statement, long from, long to) {
        String range = "ctid >= '(%d,0)'::tid AND ctid < '(%d,0)'::tid".formatted(from, to);
        session.execute(within(source, statement, range));
    }

    private static String within(SqlSource source, Statement.Dml statement, String range) {
        SourceSpan whole = statement.span();
        if (statement.where().isEmpty()) {
            return source.text(whole) + " WHERE " + range;
        }
        Expression where = statement.where().get();
        return source.text(new SourceSpan(whole.start(), where.span().start()))
                + "(" + where.text() + ") AND " + range
                + source.text(new SourceSpan(where.span().end(), whole.end()));
    }
}
