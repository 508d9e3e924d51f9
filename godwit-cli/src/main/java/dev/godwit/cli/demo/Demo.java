package dev.godwit.cli.demo;

import dev.godwit.cli.output.Outcome;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts a database, lets an application use it, changes it meanwhile, takes a change back, and cleans up. */
public final class Demo {
    private final DemoProduct product;
    private final EventListener progress;
    private final Consumer<String> narrator;
    private final StopSignal stop;

    /** Makes one that tells its story to {@code narrator}, line by line, and shows runs with {@code progress}. */
    public Demo(DemoProduct product, EventListener progress, Consumer<String> narrator, StopSignal stop) {
        this.product = product;
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
        for (String file : product.files()) {
            copy(file, migrations);
        }
        Stage stage = new Stage(product, migrations, progress, narrator, stop);
        long begun = System.nanoTime();
        try (DemoDatabase database = DemoDatabase.start(product, folder)) {
            String title = product.server()
                    .map(server -> server.title() + " runs on a free port of this machine")
                    .orElse("SQLite has a file of its own");
            stage.tell(title + " (" + Stage.since(begun) + ").");
            return product == DemoProduct.POSTGRES
                    ? new SideBySide(stage).run(database)
                    : new Tour(stage).run(database.url());
        }
    }

    private void copy(String file, Path migrations) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Demo.class.getResourceAsStream(product.folder() + "/" + file), "a migration of the demo is missing")) {
            Files.copy(in, migrations.resolve(file));
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
