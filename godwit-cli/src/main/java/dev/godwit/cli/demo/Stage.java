package dev.godwit.cli.demo;

import dev.godwit.cli.config.Durations;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.engine.Engine;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.GodwitSettings;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.execute.StoppedException;
import dev.godwit.core.history.NativeFormat;
import dev.godwit.core.migration.MigrationId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What every story of the demo needs: its product, its folder of migrations, and someone to tell it to. */
record Stage(DemoProduct product, Path migrations, EventListener progress, Consumer<String> narrator, StopSignal stop) {
    private static final MigrationId SHOP = new MigrationId("20260105090000");

    Engine engine() {
        return product.engine();
    }

    void tell(String line) {
        narrator.accept(line);
    }

    Godwit godwit(DatabaseUrl url, EventListener listener) {
        return new Godwit(
                List.of(engine()),
                List.of(new NativeFormat()),
                GodwitSettings.of(url, migrations),
                listener,
                stop,
                Clock.systemUTC());
    }

    /** Fills the shop. */
    void load(DatabaseUrl url) {
        long begun = System.nanoTime();
        godwit(url, event -> {}).migrate(Optional.of(SHOP), RunMode.RUN);
        tell("A shop with 20,000 customers and " + product.orders() + " orders is loaded (" + since(begun) + ").");
    }

    static String since(long begun) {
        return Durations.show(Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Waits, in short pieces, so that Ctrl-C ends it. */
    void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            if (stop.isRequested()) {
                throw new StoppedException("the demo was stopped; server and files are removed.");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
