package dev.godwit.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL, from archives that hold just its server. */
final class Postgres implements Product {
    // Commits reach the operating system, so that they outlive a killed server; they need not outlive a power cut.
    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "shared_buffers", "32MB",
            "max_connections", "100",
            "wal_level", "logical",
            "max_wal_senders", "10",
            "autovacuum_naptime", "10s",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "log_destination", "stderr",
            "logging_collector", "off");
    private static final int STATUS_LINE = 7;
    private static final Duration NAMESPACE_LIMIT = Duration.ofSeconds(20);
    private static final Duration INITIALIZE_LIMIT = Duration.ofMinutes(2);

    private final ServerSpec spec;

    Postgres(ServerSpec spec) {
        this.spec = spec;
    }

    @Override
    public Artifact archive(Platform platform) {
        return PostgresArchives.of(spec, platform);
    }

    @Override
    public void unpack(Path archive, Path home) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            var entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz in " + archive));
            try (InputStream in = new BufferedInputStream(new XZInputStream(zip.getInputStream(entry)))) {
                Tar.unpack(in, home);
            }
        }
    }

    @Override
    public void initialize(Path home, Path data, String password) throws IOException {
        Path file = Files.createTempFile(data.getParent(), "password", "");
        try {
            Files.writeString(file, password + "\n");
            List<String> command = new ArrayList<>(asAnyUser());
            command.addAll(List.of(home.resolve("bin/initdb").toString(), "-N", "-D", data.toString(), "-U", USER));
            command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + file, "-E", "UTF8", "--no-locale"));
            Command.in(home).run(command, INITIALIZE_LIMIT);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public List<String> command(Launch launch) throws IOException {
        List<String> command = new ArrayList<>(asAnyUser());
        command.addAll(List.of(
                launch.home().resolve("bin/postgres").toString(),
                "-D",
                launch.data().toString(),
                "-p",
                Integer.toString(launch.port())));
        spec.over(FAST).forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        return command;
    }

    // The file may be that of a killed server: only the process that was just started counts.
    @Override
    public boolean ready(Launch launch, long pid) throws IOException {
        Path file = launch.data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() > STATUS_LINE
                && lines.getFirst().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).startsWith("ready");
    }

    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public String discardSignal() {
        return "QUIT";
    }

    @Override
    public String firstDatabase() {
        return "postgres";
    }

    @Override
    public String jdbcUrl(String address, String password) {
        return "jdbc:postgresql://%s?user=%s&password=%s".formatted(address, USER, password);
    }

    @Override
    public String url(String address, String credentials) {
        return "postgres://%s@%s".formatted(credentials, address);
    }

    // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it does.
    private List<String> asAnyUser() throws IOException {
        if (!User.isRoot()) {
            return List.of();
        }
        try {
            Command.in(Path.of("/")).run(List.of("unshare", "-U", "true"), NAMESPACE_LIMIT);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "cannot start server \"%s\": it does not run as root, and this machine allows no user namespaces. Run as another user, or give the URL of a scratch server."
                            .formatted(spec.title()),
                    e);
        }
        return List.of("unshare", "-U");
    }
}
