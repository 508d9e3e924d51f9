package dev.godwit.cli.demo;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Engine;
import dev.godwit.embedded.EmbeddedServer;
import dev.godwit.embedded.ServerSpec;
import java.nio.file.Path;
import java.util.Optional;

/** A database that nobody else uses and that goes when it is closed. */
record DemoDatabase(DatabaseUrl url, Runnable end) implements AutoCloseable {
    /** Starts the server of {@code product}, or takes a file in {@code folder}. */
    static DemoDatabase start(DemoProduct product, Path folder) {
        Optional<ServerSpec> spec = product.server();
        if (spec.isPresent()) {
            EmbeddedServer server = EmbeddedServer.start(spec.get());
            return new DemoDatabase(DatabaseUrl.parse(server.url(server.firstDatabase())), server::close);
        }
        DatabaseUrl url = DatabaseUrl.parse("file:" + folder.resolve("shop.db"));
        try (Session session = product.engine().connector().connect(url, "godwit demo")) {
            // As applications with several connections run SQLite: readers and the writer do not wait for each other.
            session.execute("PRAGMA journal_mode = wal");
        }
        return new DemoDatabase(url, () -> {});
    }

    /** Makes a copy on the same server, which is PostgreSQL, that goes with it. Nobody may be connected. */
    DemoDatabase copy(String name) {
        String address =
                "postgres://" + url.user().orElseThrow() + ":" + url.password().orElseThrow() + "@" + url.hosts();
        Engine engine = DemoProduct.POSTGRES.engine();
        try (Session session = engine.connector().connect(DatabaseUrl.parse(address + "/template1"), "godwit demo")) {
            session.execute("CREATE DATABASE " + engine.dialect().quote(name) + " TEMPLATE "
                    + engine.dialect().quote(url.database()));
        }
        return new DemoDatabase(DatabaseUrl.parse(address + "/" + name), () -> {});
    }

    @Override
    public void close() {
        end.run();
    }
}
