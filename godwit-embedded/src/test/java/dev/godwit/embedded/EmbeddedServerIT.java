package dev.godwit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedServerIT {
    static Stream<ServerSpec> servers() {
        return Stream.of(EmbeddedServers.postgres(14), EmbeddedServers.postgres(18));
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
    void leavesNeitherProcessNorFolderWhenClosed(ServerSpec spec) throws IOException {
        Traces traces;
        try (EmbeddedServer server = EmbeddedServer.start(spec)) {
            traces = Traces.of(server);
            assertThat(traces.folder()).exists();
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
        } finally {
            jvm.destroyForcibly();
        }

        traces.awaitGone();
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

        void awaitGone() throws IOException {
            for (long pid : pids) {
                ProcessHandle.of(pid)
                        .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(20, TimeUnit.SECONDS));
            }
            awaitDeleted(folder.toFile());
            assertThat(Files.exists(folder)).isFalse();
        }

        // The folder goes after the process, by a shell that is not ours to wait for.
        private static void awaitDeleted(File folder) {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (folder.exists() && System.nanoTime() < limit) {
                Thread.onSpinWait();
            }
        }
    }

    /** The JVM that is killed while its server runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            ServerSpec spec = new ServerSpec(ServerKind.valueOf(arguments[0]), arguments[1], java.util.Map.of());
            EmbeddedServer server = EmbeddedServer.start(spec);
            System.out.println(Traces.of(server).line());
            System.in.read();
        }
    }
}
