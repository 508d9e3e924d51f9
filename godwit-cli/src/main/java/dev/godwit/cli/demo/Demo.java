package dev.godwit.cli.demo;

import dev.godwit.cli.config.Durations;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.engine.Engine;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.GodwitSettings;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.execute.StoppedException;
import dev.godwit.core.history.NativeFormat;
import dev.godwit.core.migration.MigrationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts a database, lets an application use it, runs migrations beside it, takes one back, and cleans up. */
public final class Demo {
    private static final MigrationId SHOP = new MigrationId("20260105090000");
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration ALONE = Duration.ofSeconds(2);
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);

    private final DemoProduct product;
    private final Engine engine;
    private final EventListener progress;
    private final Consumer<String> narrator;
    private final StopSignal stop;

    /** Makes one that tells its story to {@code narrator}, line by line, and shows runs with {@code progress}. */
    public Demo(DemoProduct product, EventListener progress, Consumer<String> narrator, StopSignal stop) {
        this.product = product;
        this.engine = product.engine();
        this.progress = progress;
        this.narrator = narrator;
        this.stop = stop;
    }

    /** Runs it from beginning to end; server and files are gone afterwards, also if it fails or is stopped. */
    public Outcome.Demonstrated run() {
        try {
            Path folder = Files.createTempDirectory("godwit-demo");
            try {
                return run(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome.Demonstrated run(Path folder) throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        for (String file : DemoProduct.FILES) {
            copy(file, migrations);
        }
        long begun = System.nanoTime();
        try (DemoDatabase database = DemoDatabase.start(product, folder)) {
            String title = product.server()
                    .map(server -> server.title() + " runs on a free port of this machine")
                    .orElse("SQLite has a file of its own");
            narrator.accept(title + " (" + since(begun) + ").");
            return useAndChange(database.url(), migrations);
        }
    }

    private void copy(String file, Path migrations) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Demo.class.getResourceAsStream(product.folder() + "/" + file), "a migration of the demo is missing")) {
            Files.copy(in, migrations.resolve(file));
        }
    }

    private static String since(long begun) {
        return Durations.show(Duration.ofNanos(System.nanoTime() - begun));
    }

    private Outcome.Demonstrated useAndChange(DatabaseUrl url, Path migrations) {
        long begun = System.nanoTime();
        godwit(url, migrations, event -> {}).migrate(Optional.of(SHOP), RunMode.RUN);
        narrator.accept("A shop with 20,000 customers and 200,000 orders is loaded (" + since(begun) + ").");
        try (LiveClient client = LiveClient.start(engine, url)) {
            pause(WARM_UP);
            client.startCounting();
            pause(ALONE);
            Duration quiet = client.latencies().longest();
            narrator.accept(
                    "An application reads and writes: " + LiveClient.REQUESTS_A_SECOND + " requests a second on "
                            + LiveClient.CONNECTIONS + " connections; longest wait " + Durations.show(quiet) + ".");
            narrator.accept("");
            client.settle();
            client.startCounting();
            change(url, migrations, client);
            pause(AFTERWARDS);
            return report(client, quiet);
        }
    }

    private void change(DatabaseUrl url, Path migrations, LiveClient client) {
        Godwit godwit = godwit(url, migrations, watching(client));
        godwit.migrate(Optional.empty(), RunMode.RUN);
        narrator.accept("");
        godwit.rollback(new RollbackTarget.Steps(1), RunMode.RUN);
    }

    private EventListener watching(LiveClient client) {
        return event -> {
            progress.on(event);
            if (event instanceof Event.MigrationFinished) {
                Duration longest = client.settle();
                narrator.accept("      the application waited at most " + Durations.show(longest));
            }
        };
    }

    private static Outcome.Demonstrated report(LiveClient client, Duration quiet) {
        Latencies latencies = client.latencies();
        return new Outcome.Demonstrated(
                latencies.count(),
                client.failed(),
                quiet,
                latencies.longest(),
                latencies.within99Percent(),
                client.firstFailure());
    }

    private Godwit godwit(DatabaseUrl url, Path migrations, EventListener listener) {
        return new Godwit(
                List.of(engine),
                List.of(new NativeFormat()),
                GodwitSettings.of(url, migrations),
                listener,
                stop,
                Clock.systemUTC());
    }

    // In short pieces, so that Ctrl-C ends it.
    private void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            if (stop.isRequested()) {
                throw new StoppedException("the demo was stopped; server and files are removed.");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
