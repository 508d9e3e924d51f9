package dev.godwit.core.engine;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.execute.LockPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a user may set, from whatever source.
 *
 * @param url the database
 * @param directory the folder of migrations
 * @param format the id of the layout; empty to recognise it
 * @param locks the stall budget and the patience for locks
 * @param runnerWait how long to wait for another runner
 * @param connectRetries how often to try again to reach the server
 * @param order whether migrations older than the newest applied one may run
 * @param placeholders values for the placeholders of the layout
 * @param historyTable another name for the tool's history table
 * @param stateSchema where Godwit keeps its own tables, on products with schemas
 */
public record GodwitSettings(
        DatabaseUrl url,
        Path directory,
        Optional<String> format,
        LockPolicy locks,
        Duration runnerWait,
        int connectRetries,
        OrderPolicy order,
        Map<String, String> placeholders,
        Optional<String> historyTable,
        String stateSchema) {
    /** The schema of Godwit's own tables unless the user names another. */
    public static final String DEFAULT_STATE_SCHEMA = "godwit";

    public GodwitSettings {
        placeholders = Map.copyOf(placeholders);
    }

    /** Takes every default. */
    public static GodwitSettings of(DatabaseUrl url, Path directory) {
        return new GodwitSettings(
                url,
                directory,
                Optional.empty(),
                LockPolicy.DEFAULT,
                Duration.ofMinutes(30),
                0,
                OrderPolicy.STRICT,
                Map.of(),
                Optional.empty(),
                DEFAULT_STATE_SCHEMA);
    }

    /** What to do with a pending migration that is older than the newest applied one. */
    public enum OrderPolicy {
        /** Refuse. */
        STRICT,
        /** Run it. */
        OUT_OF_ORDER
    }
}
