package dev.godwit.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real database server of one's own, on a free port of the loopback address, with an empty data folder. It goes, with
 * its data, when it is closed or when this JVM ends in whatever way.
 *
 * <p>What was committed outlives {@link #kill()}, but not a crash of the machine: nothing is forced to disk.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Map<ServerSpec, EmbeddedServer> SHARED = new ConcurrentHashMap<>();
    private static final int PORT_TRIES = 5;

    private final ServerSpec spec;
    private final Product product;
    private final Installation installation;
    private final Path folder;
    private final Watchdog watchdog;

    // The rest is guarded by this.
    private Product.Launch launch;
    private ServerProcess process;
    private int starts;

    private EmbeddedServer(ServerSpec spec, Product product, Installation installation, Path folder, Watchdog watchdog)
            throws IOException {
        this.spec = spec;
        this.product = product;
        this.installation = installation;
        this.folder = folder;
        this.watchdog = watchdog;
        this.launch = launchOn(Ports.free());
        this.process = startOnFreePort();
    }

    /**
     * Starts a server and returns when it takes connections. The first start of a release on a machine fetches and unpacks
     * its binaries, which takes a while.
     *
     * @throws UnsupportedPlatformException if there are no binaries for this platform
     * @throws EmbeddedServerException if the binaries cannot be had, or the server does not start
     */
    public static EmbeddedServer start(ServerSpec spec) {
        Product product = Product.of(spec);
        try {
            Installation installation = Installation.of(spec, product, Cache.ofUser(), ArtifactStore.ofUser());
            return start(spec, product, installation);
        } catch (IOException e) {
            throw failed("start", spec, e);
        }
    }

    /** Returns the server of this kind that all users in this JVM share; the first of them starts it. It is never closed. */
    public static EmbeddedServer shared(ServerSpec spec) {
        return SHARED.computeIfAbsent(spec, EmbeddedServer::start);
    }

    private static EmbeddedServer start(ServerSpec spec, Product product, Installation installation)
            throws IOException {
        Path folder = Files.createTempDirectory("godwit-" + spec.kind().scheme() + "-");
        Watchdog watchdog = Watchdog.over(folder, product.discardSignal());
        try {
            Folders.copy(installation.data(), folder.resolve("data"));
            return new EmbeddedServer(spec, product, installation, folder, watchdog);
        } catch (IOException | RuntimeException e) {
            watchdog.close();
            throw e;
        }
    }

    private Product.Launch launchOn(int port) {
        starts++;
        return new Product.Launch(installation.home(), folder.resolve("data"), folder.resolve("log." + starts), port);
    }

    private ServerProcess startOnFreePort() throws IOException {
        for (int i = 1; i < PORT_TRIES; i++) {
            try {
                return startHere();
            } catch (ServerProcess.PortTakenException e) {
                launch = launchOn(Ports.free());
            }
        }
        return startHere();
    }

    private ServerProcess startHere() throws IOException {
        return ServerProcess.start(spec.title(), product, launch, watchdog);
    }

    /** Returns what was asked for. */
    public ServerSpec spec() {
        return spec;
    }

    /** Returns the release of the server, for example {@code 18.6}. */
    public String version() {
        return spec.release();
    }

    /** Returns the port on 127.0.0.1; it stays the same over {@link #restart()}. */
    public synchronized int port() {
        return launch.port();
    }

    /** Returns the name of a user with every right. */
    public String user() {
        return Product.USER;
    }

    /** Returns that user's password. */
    public String password() {
        return installation.password();
    }

    /**
     * Returns the name of a database that is there from the start: {@code postgres} on PostgreSQL, {@code godwit} on the
     * others.
     */
    public String firstDatabase() {
        return product.firstDatabase();
    }

    /** Returns the address of a database for {@link java.sql.DriverManager}, user and password in it. */
    public String jdbcUrl(String database) {
        return product.jdbcUrl(address(database), password());
    }

    /** Returns the address of a database as {@code postgres://user:password@127.0.0.1:port/database} or the like. */
    public String url(String database) {
        return product.url(address(database), user() + ":" + password());
    }

    private String address(String database) {
        return "127.0.0.1:" + port() + "/" + database;
    }

    /** Returns the number of the server's process. */
    public synchronized long pid() {
        return process.pid();
    }

    Path folder() {
        return folder;
    }

    /** Ends the server with SIGKILL, as a crash would; its data stays for {@link #restart()}. */
    public synchronized void kill() {
        try {
            process.kill();
            watchdog.forget();
        } catch (IOException e) {
            throw failed("kill", spec, e);
        }
    }

    /** Starts the server again on the same port and data, after a clean stop if it still runs. */
    public synchronized void restart() {
        try {
            if (process.running()) {
                process.stop(product.stopSignal());
            }
            launch = launchOn(port());
            process = startHere();
        } catch (IOException e) {
            throw failed("restart", spec, e);
        }
    }

    /** Ends the server and deletes its data. */
    @Override
    public synchronized void close() {
        watchdog.close();
    }

    private static EmbeddedServerException failed(String verb, ServerSpec spec, IOException cause) {
        return new EmbeddedServerException(
                "cannot %s server \"%s\": %s.".formatted(verb, spec.title(), cause.getMessage()), cause);
    }
}
