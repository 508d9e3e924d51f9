package dev.godwit.postgres;

import dev.godwit.core.db.Session;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.execute.LockGuard;
import dev.godwit.core.execute.LockPolicy;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.postgres.PostgresDialect;
import java.time.Duration;
import java.util.List;

/** Bounds lock waits by {@code lock_timeout}, which counts milliseconds (manual, 20.11 Client Connection Defaults). */
final class PostgresLockGuard implements LockGuard {
    // What is young will mostly be over in a moment, but not an autovacuum, which holds its table for as long as it
    // takes.
    private static final String LASTING = "(a.xact_start < clock_timestamp() - interval '500 milliseconds'"
            + " OR a.backend_type = 'autovacuum worker')";
    private static final String LASTING_TRANSACTIONS =
            "SELECT count(*) FROM pg_stat_activity a WHERE a.pid <> pg_backend_pid() AND " + LASTING;
    private static final String HOLDERS = """
            SELECT DISTINCT format('%s, process %s of %s, %s for %s s, on %s',
                coalesce(nullif(a.application_name, ''), CASE a.backend_type WHEN 'client backend' THEN 'an unnamed application'
                    ELSE a.backend_type END), a.pid, coalesce(a.usename, 'the server'),
                coalesce(a.state, a.backend_type), round(extract(epoch FROM clock_timestamp() - a.xact_start)), c.relname)
            FROM pg_locks l
            JOIN pg_class c ON c.oid = l.relation
            JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid()
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND c.relname = ANY (?)
              AND\s""" + LASTING;

    private final PostgresDialect dialect;

    PostgresLockGuard(PostgresDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void limit(Session session, LockMode lock, LockPolicy policy) {
        Duration limit = switch (lock) {
            case BLOCKS_READS_AND_WRITES, BLOCKS_WRITES -> policy.maxStall();
            // Nobody queues behind it, and CONCURRENTLY has to wait for every older transaction.
            case BLOCKS_DDL -> Duration.ZERO;
            case BLOCKS_NOTHING -> policy.lockWait();
        };
        session.execute("SET lock_timeout = " + limit.toMillis());
    }

    @Override
    public Watch watch(Session session, Duration limit) {
        return Watch.NONE;
    }

    @Override
    public List<String> blockers(Session session, SqlSource source, Statement statement) {
        // The lock table is dear to look at, and mostly nobody is there who could hold anything for long.
        if (session.first(LASTING_TRANSACTIONS, row -> row.getLong(1)).orElse(0L) == 0) {
            return List.of();
        }
        String[] names = dialect.names(source, statement).toArray(String[]::new);
        return session.query(HOLDERS, row -> String.valueOf(row.getString(1)), (Object) names);
    }
}
