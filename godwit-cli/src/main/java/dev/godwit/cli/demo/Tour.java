package dev.godwit.cli.demo;

import dev.godwit.cli.config.Durations;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.EventListener;
import java.time.Duration;
import java.util.Optional;

/** Migrations that are run as they are written, beside an application. */
final class Tour {
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration ALONE = Duration.ofSeconds(2);
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);

    private final Stage stage;

    Tour(Stage stage) {
        this.stage = stage;
    }

    Outcome.Demonstrated run(DatabaseUrl url) {
        stage.load(url);
        try (LiveClient client = LiveClient.start(stage.engine(), url)) {
            stage.pause(WARM_UP);
            long alone = System.nanoTime();
            stage.pause(ALONE);
            long begin = System.nanoTime();
            Duration quiet = client.latencies().between(alone, begin).longest();
            stage.tell(LiveClient.introduction(quiet));
            stage.tell("");
            Godwit godwit = stage.godwit(url, watching(client));
            godwit.migrate(Optional.empty(), RunMode.RUN);
            stage.tell("");
            godwit.rollback(new RollbackTarget.Steps(1), RunMode.RUN);
            stage.pause(AFTERWARDS);
            client.settle();
            return new Outcome.Demonstrated(client.load(begin, System.nanoTime()), quiet, Optional.empty());
        }
    }

    private EventListener watching(LiveClient client) {
        return new EventListener() {
            private long since = System.nanoTime();

            @Override
            public void on(Event event) {
                stage.progress().on(event);
                if (event instanceof Event.MigrationFinished) {
                    client.settle();
                    long now = System.nanoTime();
                    Duration longest = client.latencies().between(since, now).longest();
                    stage.tell("      the application waited at most " + Durations.show(longest));
                    since = now;
                }
            }
        };
    }
}
