package dev.godwit.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.execute.LockGuard;
import dev.godwit.core.execute.LockPolicy;
import dev.godwit.core.execute.RunnerLock.Attempt;
import dev.godwit.core.execute.RunnerLock.Lease;
import dev.godwit.core.execute.RunnerLock.Owner;
import dev.godwit.sql.SqlSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockIT {
    private static final String DATABASE = "lock_it";
    private static final String ALTER = "ALTER TABLE t ADD COLUMN b int";
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Owner ALICE = new Owner("alice", 17, Optional.of(Instant.parse("2026-01-02T03:04:05Z")));

    private static void await(Session session, String condition) throws Exception {
        CompletableFuture<Boolean> met = CompletableFuture.supplyAsync(() -> {
            // InnoDB shows a new picture only when nobody has looked for a tenth of a second.
            do {
                session.execute("DO SLEEP(0.2)");
            } while (session.first("SELECT 1 WHERE " + condition, row -> row.getInt(1))
                    .isEmpty());
            return true;
        });
        assertThat(met.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void endsAWaitWithinTheBudgetAndLeavesTheReaderAlone(TestServer server) {
        LockGuard guard = server.engine().lockGuard();
        try (Session session = server.fresh(DATABASE);
                Session reader = server.connect(DATABASE)) {
            session.execute("CREATE TABLE t (a int)");
            session.execute("INSERT INTO t VALUES (1)");
            reader.begin();
            reader.execute("SELECT * FROM t");
            guard.limit(session, LockMode.BLOCKS_READS_AND_WRITES, new LockPolicy(LIMIT, Duration.ofMinutes(1)));
            long start = System.nanoTime();
            DatabaseException failure;
            try (LockGuard.Watch watch = guard.watch(session, LIMIT)) {
                failure = catchThrowableOfType(DatabaseException.class, () -> session.execute(ALTER));
                assertThat(watch).isInstanceOf(LockWatch.class);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(failure.kind()).isEqualTo(SqlErrorKind.LOCK_TIMEOUT);
            assertThat(took).isBetween(LIMIT, LIMIT.plusMillis(500));
            assertThat(reader.query("SELECT a FROM t", row -> row.getInt(1))).containsExactly(1);
            reader.commit();
            session.execute(ALTER);
            assertThat(reader.query("SELECT b FROM t WHERE b IS NULL", row -> "null"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAStatementAloneThatWorksLong(TestServer server) {
        LockGuard guard = server.engine().lockGuard();
        try (Session session = server.fresh(DATABASE)) {
            try (LockGuard.Watch watch = guard.watch(session, Duration.ofMillis(100))) {
                assertThat(watch).isNotEqualTo(LockGuard.Watch.NONE);
                assertThat(session.first("SELECT SLEEP(0.6)", row -> row.getInt(1)))
                        .hasValue(0);
            }
            session.execute("DO 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesThoseWhoWouldMakeAnAlterWait(TestServer server) throws Exception {
        LockGuard guard = server.engine().lockGuard();
        try (Session session = server.fresh(DATABASE);
                Session reader = server.connect(DATABASE)) {
            session.execute("CREATE TABLE t (a int) ENGINE = InnoDB");
            session.execute("INSERT INTO t VALUES (1)");
            SqlSource source = SqlSource.of("x", ALTER);
            assertThat(guard.blockers(session, source, server.statement(ALTER))).isEmpty();
            reader.begin();
            reader.execute("SELECT * FROM t");
            long id = MysqlConnector.connectionId(reader);
            await(
                    session,
                    "EXISTS (SELECT 1 FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id = " + id
                            + " AND trx_started < NOW() - INTERVAL 1 SECOND)");
            List<String> blockers = guard.blockers(session, source, server.statement(ALTER));
            assertThat(blockers)
                    .singleElement()
                    .asString()
                    .startsWith("connection " + id + " ("
                            + server.url(DATABASE).user().orElseThrow() + "@");
            reader.commit();
            await(
                    session,
                    "NOT EXISTS (SELECT 1 FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id = " + id + ")");
            assertThat(guard.blockers(session, source, server.statement(ALTER))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsOneRunnerWorkAndNamesIt(TestServer server) {
        server.fresh(DATABASE).close();
        try (Lease lease = lease(acquire(server, "main"))) {
            Attempt second = acquire(server, "main");
            assertThat(second).isInstanceOf(Attempt.Busy.class);
            Owner owner = ((Attempt.Busy) second).owner().orElseThrow();
            switch (server) {
                case MYSQL -> assertThat(owner).isEqualTo(ALICE);
                // Its performance schema is off unless asked for.
                case MARIADB -> assertThat(owner.host()).isNotEmpty();
            }
            assertThat(lease.isHeld()).isTrue();
            lease(acquire(server, "other")).close();
        }
        lease(acquire(server, "main")).close();
    }

    @ParameterizedTest
    @EnumSource
    void losesTheRunnerLockWithItsConnection(TestServer server) {
        try (Session admin = server.fresh(DATABASE);
                Lease lease = lease(acquire(server, "main"))) {
            long id = admin.first(
                            "SELECT ID FROM information_schema.PROCESSLIST WHERE COMMAND = 'Sleep' AND DB = '"
                                    + DATABASE + "' AND ID <> CONNECTION_ID() ORDER BY ID DESC",
                            row -> row.getLong(1))
                    .orElseThrow();
            admin.execute("KILL " + id);
            assertThat(lease.isHeld()).isFalse();
        }
    }

    private static Attempt acquire(TestServer server, String scope) {
        return server.engine().runnerLock().tryAcquire(server.url(DATABASE), scope, ALICE);
    }

    private static Lease lease(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Acquired.class);
        return ((Attempt.Acquired) attempt).lease();
    }
}
