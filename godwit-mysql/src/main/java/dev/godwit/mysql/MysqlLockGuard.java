package dev.godwit.mysql;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.execute.LockGuard;
import dev.godwit.core.execute.LockPolicy;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The servers' own timeouts, in whole seconds, as a backstop; {@link LockWatch} is precise. */
final class MysqlLockGuard implements LockGuard {
    private static final long LONGEST_SECONDS = 31_536_000;
    // Transactions younger than this come and go: there is always one, and it is waited for within the stall budget.
    private static final String LONG = " AND COALESCE(TIMESTAMPDIFF(SECOND, t.trx_started,"
            + " CONVERT_TZ(NOW(), @@session.time_zone, 'SYSTEM')), p.TIME) >= 1";
    private static final String WHO = "SELECT DISTINCT p.ID, p.USER, p.HOST, p.COMMAND,"
            + " COALESCE(TIMESTAMPDIFF(SECOND, t.trx_started,"
            + " CONVERT_TZ(NOW(), @@session.time_zone, 'SYSTEM')), p.TIME) AS AGE, ";
    private static final String MYSQL = WHO + """
            l.OBJECT_NAME AS TABLE_NAME
            FROM performance_schema.metadata_locks l
            JOIN performance_schema.threads h ON h.THREAD_ID = l.OWNER_THREAD_ID
            JOIN information_schema.PROCESSLIST p ON p.ID = h.PROCESSLIST_ID
            LEFT JOIN information_schema.INNODB_TRX t ON t.trx_mysql_thread_id = p.ID
            WHERE l.OBJECT_TYPE = 'TABLE' AND l.LOCK_STATUS = 'GRANTED' AND p.ID <> CONNECTION_ID()""" + LONG;
    private static final String MARIADB = WHO + """
            l.TABLE_NAME AS TABLE_NAME
            FROM information_schema.METADATA_LOCK_INFO l
            JOIN information_schema.PROCESSLIST p ON p.ID = l.THREAD_ID
            LEFT JOIN information_schema.INNODB_TRX t ON t.trx_mysql_thread_id = p.ID
            WHERE l.LOCK_TYPE = 'Table metadata lock' AND p.ID <> CONNECTION_ID()""" + LONG;
    private static final String ANY_TABLE = WHO + """
            '' AS TABLE_NAME
            FROM information_schema.INNODB_TRX t
            JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
            WHERE p.ID <> CONNECTION_ID()""" + LONG;

    private final Dialect dialect;

    MysqlLockGuard(Dialect dialect) {
        this.dialect = dialect;
    }

    private record Blocker(String table, String line) {}

    @Override
    public void limit(Session session, LockMode lock, LockPolicy policy) {
        Duration wait = lock.compareTo(LockMode.BLOCKS_WRITES) >= 0 ? policy.maxStall() : policy.lockWait();
        long seconds = Math.clamp(wait.plusMillis(999).toSeconds(), 1, LONGEST_SECONDS);
        session.execute(
                "SET SESSION innodb_lock_wait_timeout = " + seconds + ", SESSION lock_wait_timeout = " + seconds);
    }

    @Override
    public Watch watch(Session session, Duration limit) {
        return LockWatch.start(session, limit);
    }

    @Override
    public List<String> blockers(Session session, SqlSource source, Statement statement) {
        Set<String> names = dialect.names(source, statement).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return blockers(session).stream()
                .filter(blocker -> blocker.table().isEmpty()
                        || names.contains(blocker.table().toLowerCase(Locale.ROOT)))
                .map(Blocker::line)
                .distinct()
                .toList();
    }

    private static List<Blocker> blockers(Session session) {
        List<String> queries = switch (Versions.product(session)) {
            case MYSQL -> List.of(MYSQL);
            case MARIADB -> List.of(MARIADB, ANY_TABLE);
        };
        for (String query : queries) {
            try {
                return session.query(
                        query,
                        row -> new Blocker(
                                row.getString("TABLE_NAME"),
                                "connection " + row.getLong("ID") + " (" + row.getString("USER") + "@"
                                        + row.getString("HOST") + "): transaction open for " + row.getLong("AGE")
                                        + " s, "
                                        + row.getString("COMMAND").toLowerCase(Locale.ROOT)));
            } catch (DatabaseException e) {
                // No permission, or the plugin is not there: then another query, or none, can tell.
                System.getLogger(MysqlLockGuard.class.getName())
                        .log(System.Logger.Level.DEBUG, () -> "who holds locks cannot be seen: " + e.getMessage());
            }
        }
        return List.of();
    }
}
