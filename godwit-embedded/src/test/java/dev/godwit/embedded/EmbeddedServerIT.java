package dev.godwit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedServerIT {
    static Stream<ServerSpec> servers() {
        return Stream.of(
                EmbeddedServers.postgres(14),
                EmbeddedServers.postgres(18),
                EmbeddedServers.mysql(),
                EmbeddedServers.mariadb());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void answersInTheVersionThatWasAskedFor(ServerSpec spec) throws SQLException {
        EmbeddedServer server = EmbeddedServer.shared(spec);

        assertThat(query(server, "SELECT version()")).contains(spec.release());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void refusesAWrongPassword(ServerSpec spec) {
        EmbeddedServer server = EmbeddedServer.shared(spec);
        String url = server.jdbcUrl(server.firstDatabase()).replace(server.password(), "wrong");

        assertThatThrownBy(() -> DriverManager.getConnection(url).close())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("28"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keepsWhatWasCommittedOverAKillAndOverACleanRestart(ServerSpec spec) throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(spec)) {
            update(server, "CREATE TABLE kept (id int PRIMARY KEY)");
            update(server, "INSERT INTO kept VALUES (1)");
            int port = server.port();

            server.kill();
            assertThatThrownBy(() -> query(server, "SELECT 1")).isInstanceOf(SQLException.class);
            server.restart();
            update(server, "INSERT INTO kept VALUES (2)");
            server.restart();

            assertThat(query(server, "SELECT count(*) FROM kept")).isEqualTo("2");
            assertThat(server.port()).isEqualTo(port);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void leavesNeitherProcessNorFolderWhenClosed(ServerSpec spec) {
        Traces traces;
        try (EmbeddedServer server = EmbeddedServer.start(spec)) {
            traces = Traces.of(server);
            traces.assertPresent();
        }

        traces.awaitGone();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void leavesNeitherProcessNorFolderWhenItsJvmIsKilled(ServerSpec spec) throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        spec.kind().name(),
                        spec.release())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Traces traces;
        try (BufferedReader reader = jvm.inputReader()) {
            traces = Traces.parse(reader.readLine());
            traces.assertPresent();
        } finally {
            jvm.destroyForcibly();
        }

        traces.awaitGone();
    }

    @Test
    void startsOneServerForAllThatShareASpec() {
        ServerSpec spec = EmbeddedServers.postgres(18);

        assertThat(EmbeddedServer.shared(spec)).isSameAs(EmbeddedServer.shared(EmbeddedServers.postgres(18)));
    }

    @Test
    void writesABinaryLogWhenAsked() throws SQLException {
        ServerSpec spec = EmbeddedServers.mysql().with("log-bin", "changes");
        try (EmbeddedServer server = EmbeddedServer.start(spec)) {
            assertThat(query(server, "SELECT @@log_bin")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("mySqlFamily")
    void showsWhoHoldsMetadataLocks(ServerSpec spec) throws SQLException {
        EmbeddedServer server = EmbeddedServer.shared(spec);
        try (Connection holder = connect(server);
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("CREATE TABLE IF NOT EXISTS held (id int)");
            statement.executeQuery("SELECT * FROM held").close();

            assertThat(query(
                            server,
                            "SELECT LOCK_TYPE FROM performance_schema.metadata_locks WHERE OBJECT_NAME = 'held'"))
                    .isEqualTo("SHARED_READ");
        }
    }

    static Stream<ServerSpec> mySqlFamily() {
        return Stream.of(EmbeddedServers.mysql(), EmbeddedServers.mariadb());
    }

    @Test
    void takesSettings() throws SQLException {
        ServerSpec spec = EmbeddedServers.postgres(18).with("max_connections", "7");
        try (EmbeddedServer server = EmbeddedServer.start(spec)) {
            assertThat(query(server, "SHOW max_connections")).isEqualTo("7");
        }
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() {
        ServerSpec spec = EmbeddedServers.postgres(18).with("shared_buffers", "many");

        assertThatThrownBy(() -> EmbeddedServer.start(spec).close())
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageStartingWith("cannot start server \"PostgreSQL 18.6\": it ended with exit code 1.")
                .hasMessageContaining("shared_buffers");
    }

    @Test
    void startsTwoAtOnceThatDoNotSeeEachOther() throws SQLException {
        ServerSpec spec = EmbeddedServers.postgres(18);
        CompletableFuture<EmbeddedServer> other = CompletableFuture.supplyAsync(() -> EmbeddedServer.start(spec));
        try (EmbeddedServer one = EmbeddedServer.start(spec);
                EmbeddedServer two = other.join()) {
            update(one, "CREATE TABLE mine (id int)");

            assertThat(one.port()).isNotEqualTo(two.port());
            assertThat(query(two, "SELECT count(*) FROM pg_class WHERE relname = 'mine'"))
                    .isEqualTo("0");
        }
    }

    private static String query(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void update(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(server.firstDatabase()));
    }

    /** What a server leaves on the machine while it runs. */
    record Traces(List<Long> pids, Path folder) {
        static Traces of(EmbeddedServer server) {
            ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
            List<Long> pids = Stream.concat(Stream.of(process), process.descendants())
                    .map(ProcessHandle::pid)
                    .toList();
            return new Traces(pids, server.folder());
        }

        static Traces parse(String line) {
            String[] parts = line.split("\\|", -1);
            return new Traces(
                    Stream.of(parts[0].split(",", -1)).map(Long::valueOf).toList(), Path.of(parts[1]));
        }

        String line() {
            return String.join(",", pids.stream().map(String::valueOf).toList()) + "|" + folder;
        }

        void assertPresent() {
            assertThat(pids).isNotEmpty().allMatch(Traces::isAlive);
            assertThat(folder).isDirectory();
        }

        // All of this is done by processes that are not ours to wait for.
        void awaitGone() {
            await(() ->
                    pids.stream().noneMatch(Traces::isAlive) && !folder.toFile().exists());
            assertThat(pids).noneMatch(Traces::isAlive);
            assertThat(folder).doesNotExist();
        }

        private static boolean isAlive(long pid) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .isPresent();
        }

        private static void await(BooleanSupplier condition) {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!condition.getAsBoolean() && System.nanoTime() < limit) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    /** The JVM that is killed while its server runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            ServerSpec spec = new ServerSpec(ServerKind.valueOf(arguments[0]), arguments[1], Map.of());
            EmbeddedServer server = EmbeddedServer.start(spec);
            System.out.println(Traces.of(server).line());
            System.in.read();
        }
    }
}
