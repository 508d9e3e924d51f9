package dev.godwit.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.sql.SqlSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionIT {
    private static final String DATABASE = "connection_it";

    private static SqlErrorKind kind(Runnable work) {
        DatabaseException failure = catchThrowableOfType(DatabaseException.class, work::run);
        assertThat(failure).isNotNull();
        return failure.kind();
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatTheServerIs(TestServer server) {
        try (Session session = server.fresh(DATABASE)) {
            assertThat(new MysqlEngine().version(session).product())
                    .isEqualTo(server.engine().product().id());
            assertThat(server.engine().currentSchema(session)).hasValue(DATABASE);
            assertThat(server.engine().isReadOnly(session)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsRefusedConnections(TestServer server) {
        DatabaseUrl url = server.url("mysql");
        assertThat(kind(() -> server.connect("no_such_database"))).isEqualTo(SqlErrorKind.NO_SUCH_DATABASE);
        assertThat(kind(() -> server.connectAs("nobody_here", "wrong-secret", "mysql")))
                .isEqualTo(SqlErrorKind.AUTHENTICATION);
        assertThatThrownBy(() -> server.connectAs("nobody_here", "wrong-secret", "mysql"))
                .hasMessageNotContaining("wrong-secret");
        DatabaseUrl nobodyListens = DatabaseUrl.parse(url.scheme() + "://root@127.0.0.1:1/mysql");
        assertThat(kind(() -> server.engine().connector().connect(nobodyListens, "test")))
                .isEqualTo(SqlErrorKind.UNREACHABLE);
        DatabaseUrl noDatabase = DatabaseUrl.parse(url.scheme() + "://root@" + url.hosts());
        assertThatThrownBy(() -> server.engine().connector().connect(noDatabase, "test"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("names no database");
    }

    @ParameterizedTest
    @EnumSource
    void letsAUserInWhoHasAPassword(TestServer server) {
        try (Session admin = server.fresh(DATABASE)) {
            admin.execute("DROP USER IF EXISTS limited@'%', limited@localhost");
            admin.execute("CREATE USER limited@'%' IDENTIFIED BY 'p@ss:w/rd'");
            admin.execute("CREATE USER limited@localhost IDENTIFIED BY 'p@ss:w/rd'");
            admin.execute("GRANT SELECT ON " + DATABASE + ".* TO limited@'%', limited@localhost");
            admin.execute("CREATE TABLE t (a int)");
            try (Session limited = server.connectAs("limited", "p@ss:w/rd", DATABASE)) {
                assertThat(kind(() -> limited.execute("DROP TABLE t"))).isEqualTo(SqlErrorKind.PERMISSION);
                assertThat(server.engine()
                                .lockGuard()
                                .blockers(limited, SqlSource.of("x", "DROP TABLE t"), server.statement("DROP TABLE t")))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsErrorsOfStatements(TestServer server) {
        try (Session session = server.fresh(DATABASE)) {
            session.execute("CREATE TABLE t (a int PRIMARY KEY)");
            session.execute("INSERT INTO t VALUES (1), (2)");
            DatabaseException duplicate =
                    catchThrowableOfType(DatabaseException.class, () -> session.execute("INSERT INTO t VALUES (1)"));
            assertThat(duplicate).hasMessage("Duplicate entry '1' for key '" + keyName(server) + "'");
            DatabaseException syntax = catchThrowableOfType(
                    DatabaseException.class, () -> session.execute("SELECT 1\nFROM t\nWHERE a frm x"));
            assertThat(syntax.position()).hasValue(25);
            session.execute("SET SESSION TRANSACTION READ ONLY");
            assertThat(kind(() -> session.execute("INSERT INTO t VALUES (3)"))).isEqualTo(SqlErrorKind.READ_ONLY);
        }
    }

    private static String keyName(TestServer server) {
        return switch (server) {
            case MYSQL -> "t.PRIMARY";
            case MARIADB -> "PRIMARY";
        };
    }

    @ParameterizedTest
    @EnumSource
    void knowsADeadlock(TestServer server) throws InterruptedException, ExecutionException, TimeoutException {
        try (Session first = server.fresh(DATABASE);
                Session second = server.connect(DATABASE)) {
            first.execute("CREATE TABLE t (a int PRIMARY KEY, b int)");
            first.execute("INSERT INTO t VALUES (1, 0), (2, 0)");
            first.begin();
            second.begin();
            first.execute("UPDATE t SET b = 1 WHERE a = 1");
            second.execute("UPDATE t SET b = 2 WHERE a = 2");
            CompletableFuture<Optional<SqlErrorKind>> one = inBackground(first, "UPDATE t SET b = 1 WHERE a = 2");
            Optional<SqlErrorKind> two = attempt(second, "UPDATE t SET b = 2 WHERE a = 1");
            second.rollback(new IllegalStateException());
            Optional<SqlErrorKind> other = one.get(30, TimeUnit.SECONDS);
            assertThat(other.or(() -> two)).hasValue(SqlErrorKind.DEADLOCK);
        }
    }

    private static Optional<SqlErrorKind> attempt(Session session, String sql) {
        try {
            session.execute(sql);
            return Optional.empty();
        } catch (DatabaseException e) {
            return Optional.of(e.kind());
        }
    }

    private static CompletableFuture<Optional<SqlErrorKind>> inBackground(Session session, String sql) {
        return CompletableFuture.supplyAsync(() -> attempt(session, sql));
    }

    @ParameterizedTest
    @EnumSource
    void knowsAKilledConnectionAndThatItIsGone(TestServer server) {
        try (Session session = server.fresh(DATABASE);
                Session admin = server.connect(DATABASE)) {
            String identity = server.engine().connector().identity(session);
            assertThat(server.engine().connector().isAlive(admin, identity)).isTrue();
            admin.execute("KILL " + MysqlConnector.connectionId(session));
            assertThat(kind(() -> session.execute("DO 1"))).isEqualTo(SqlErrorKind.CONNECTION_LOST);
            assertThat(server.engine().connector().isAlive(admin, identity)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysInAutocommitWhateverAFileSets(TestServer server) {
        try (Session session = server.fresh(DATABASE);
                Session other = server.connect(DATABASE)) {
            session.execute("CREATE TABLE t (a int)");
            for (String sql : new String[] {
                "SET autocommit = 0", "SET foreign_key_checks = 0, autocommit = 0", "LOCK TABLES t READ"
            }) {
                server.engine().sender().send(session, SqlSource.of("x", sql), server.statement(sql));
            }
            session.execute("INSERT INTO t VALUES (1)");
            assertThat(other.first("SELECT COUNT(*) FROM t", row -> row.getInt(1)))
                    .hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReadOnlyWhereTheServerIs(TestServer server) {
        try (Session session = server.fresh(DATABASE)) {
            session.execute("SET GLOBAL read_only = 1");
            try {
                assertThat(server.engine().isReadOnly(session)).isTrue();
            } finally {
                session.execute("SET GLOBAL read_only = 0");
            }
        }
    }
}
