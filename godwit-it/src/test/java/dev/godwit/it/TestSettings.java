package dev.godwit.it;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.engine.GodwitSettings;
import dev.godwit.core.engine.GodwitSettings.OrderPolicy;
import dev.godwit.core.execute.LockPolicy;
import java.nio.file.Path;
import java.time.Duration;

/** The defaults with the few settings that tests change. */
public record TestSettings(GodwitSettings settings) {
    /** Takes every default. */
    public static TestSettings of(TestDatabase database, Path directory) {
        return of(database.url(), directory);
    }

    static TestSettings of(String url, Path directory) {
        return new TestSettings(GodwitSettings.of(DatabaseUrl.parse(url), directory));
    }

    /** Sets the stall budget, and how long to try for locks. */
    public TestSettings locks(Duration maxStall, Duration lockWait) {
        return with(
                new LockPolicy(maxStall, lockWait),
                settings.runnerWait(),
                settings.connectRetries(),
                settings.order(),
                settings.stateSchema());
    }

    TestSettings runnerWait(Duration wait) {
        return with(settings.locks(), wait, settings.connectRetries(), settings.order(), settings.stateSchema());
    }

    TestSettings connectRetries(int retries) {
        return with(settings.locks(), settings.runnerWait(), retries, settings.order(), settings.stateSchema());
    }

    TestSettings outOfOrder() {
        return with(
                settings.locks(),
                settings.runnerWait(),
                settings.connectRetries(),
                OrderPolicy.OUT_OF_ORDER,
                settings.stateSchema());
    }

    TestSettings stateSchema(String schema) {
        return with(settings.locks(), settings.runnerWait(), settings.connectRetries(), settings.order(), schema);
    }

    private TestSettings with(
            LockPolicy locks, Duration runnerWait, int connectRetries, OrderPolicy order, String stateSchema) {
        return new TestSettings(new GodwitSettings(
                settings.url(),
                settings.directory(),
                settings.format(),
                locks,
                runnerWait,
                connectRetries,
                order,
                settings.placeholders(),
                settings.historyTable(),
                stateSchema));
    }
}
