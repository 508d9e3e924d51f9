package dev.godwit.postgres;

import dev.godwit.core.db.Session;
import dev.godwit.sql.Definition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Removes what an interrupted CONCURRENTLY leaves behind (manual, CREATE INDEX "Building Indexes Concurrently", REINDEX "Rebuilding
 * Indexes Concurrently", ALTER TABLE "DETACH PARTITION"). What another session is just building is left alone.
 */
final class PostgresLeftovers {
    private static final String INVALID = """
        SELECT format('%I.%I', n.nspname, i.relname)
        FROM pg_index x
        JOIN pg_class i ON i.oid = x.indexrelid
        JOIN pg_class t ON t.oid = x.indrelid
        JOIN pg_namespace n ON n.oid = i.relnamespace
        WHERE NOT x.indisvalid AND t.relkind <> 'p'
          AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = i.oid)
        """;

    private final PostgresDialect dialect;

    PostgresLeftovers(PostgresDialect dialect) {
        this.dialect = dialect;
    }

    /** Drops the invalid index that the statement would make; one without a name is known by the name that the server gives. */
    void dropInvalid(Session session, Statement.CreateIndex index) {
        String table = quoted(index.table());
        List<String> found = index.name().isPresent()
                ? session.query(
                        INVALID + " AND t.oid = to_regclass(?) AND i.relname = ?",
                        row -> String.valueOf(row.getString(1)),
                        table,
                        index.name().get().last().name())
                : session.query(
                        INVALID
                                + " AND t.oid = to_regclass(?) AND starts_with(i.relname, left(t.relname, 20))"
                                + " AND i.relname ~ '_idx[0-9]*$'",
                        row -> String.valueOf(row.getString(1)),
                        table);
        drop(session, found);
    }

    /** Drops the copies that an interrupted REINDEX CONCURRENTLY made, unless another one is at work just now. */
    void dropTransient(Session session) {
        drop(
                session,
                session.query(
                        INVALID + " AND i.relname ~ '_cc(new|old)[0-9]*$' AND NOT EXISTS (SELECT FROM"
                                + " pg_stat_progress_create_index p WHERE p.datname = current_database())",
                        row -> String.valueOf(row.getString(1))));
    }

    private static void drop(Session session, List<String> quoted) {
        quoted.forEach(name -> session.execute("DROP INDEX CONCURRENTLY IF EXISTS " + name));
    }

    /** Ends a DETACH PARTITION CONCURRENTLY that was begun. */
    void finishDetach(Session session, Definition alter) {
        session.query(
                        """
                        SELECT format('ALTER TABLE %s DETACH PARTITION %s FINALIZE', inhparent::regclass, inhrelid::regclass)
                        FROM pg_inherits JOIN pg_class ON oid = inhparent
                        WHERE inhdetachpending AND inhparent = to_regclass(?)\
                        """,
                        row -> String.valueOf(row.getString(1)),
                        quoted(alter.names().getFirst()))
                .forEach(session::execute);
    }

    private String quoted(QualifiedName name) {
        return name.parts().stream().map(part -> dialect.quote(part.name())).collect(Collectors.joining("."));
    }
}
