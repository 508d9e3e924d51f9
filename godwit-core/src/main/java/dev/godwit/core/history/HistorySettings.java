package dev.godwit.core.history;

import dev.godwit.sql.Dialect;
import java.time.Clock;
import java.util.Optional;

/**
 * What a history store must know of the database.
 *
 * @param product the engine's id: {@code postgres}, {@code mysql}, {@code mariadb} or {@code sqlite}
 * @param dialect quotes names and literals
 * @param schema the schema (on MySQL and MariaDB the database) that was current at connect; empty on SQLite
 * @param stateSchema where Godwit keeps its own tables; empty where the product has no schemas
 * @param table another name for the tool's table, if the user configured one
 * @param user who runs, as tools record it
 */
public record HistorySettings(
        String product,
        Dialect dialect,
        Optional<String> schema,
        Optional<String> stateSchema,
        Optional<String> table,
        String user,
        Clock clock) {}
