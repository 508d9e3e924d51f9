package dev.godwit.postgres;

import dev.godwit.core.db.Session;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Definition;
import java.util.List;

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

    /** Drops the invalid index that the statement would make; one without a name is known by the name that the server gives. */
    void dropInvalid(Session session, Statement.CreateIndex index) {
        Identifier table = index.table().last();
        List<String> found = index.name().isPresent()
                ? session.query(
                        INVALID + " AND t.relname = ? AND i.relname = ?",
                        row -> String.valueOf(row.getString(1)),
                        table.name(),
                        index.name().get().last().name())
                : session.query(
                        INVALID
                                + " AND t.relname = ? AND starts_with(i.relname, left(?, 20)) AND i.relname ~ '_idx[0-9]*$'",
                        row -> String.valueOf(row.getString(1)),
                        table.name(),
                        table.name());
        drop(session, found);
    }

    /** Drops the copies that an interrupted REINDEX CONCURRENTLY made. */
    void dropTransient(Session session) {
        drop(
                session,
                session.query(
                        INVALID + " AND i.relname ~ '_cc(new|old)[0-9]*$'", row -> String.valueOf(row.getString(1))));
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
                        WHERE inhdetachpending AND relname = ?""",
                        row -> String.valueOf(row.getString(1)),
                        alter.names().getFirst().last().name())
                .forEach(session::execute);
    }
}
