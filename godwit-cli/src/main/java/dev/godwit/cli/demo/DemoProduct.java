package dev.godwit.cli.demo;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.engine.Engine;
import dev.godwit.embedded.EmbeddedServers;
import dev.godwit.embedded.ServerSpec;
import dev.godwit.mysql.MariadbEngine;
import dev.godwit.mysql.MysqlEngine;
import dev.godwit.postgres.PostgresEngine;
import dev.godwit.sqlite.SqliteEngine;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A database that the demo can be run on. */
public enum DemoProduct {
    POSTGRES("postgres", "postgres", PostgresEngine::new, () -> Optional.of(EmbeddedServers.postgres(18))),
    MYSQL("mysql", "mysql", MysqlEngine::new, () -> Optional.of(EmbeddedServers.mysql())),
    MARIADB("mariadb", "mysql", MariadbEngine::new, () -> Optional.of(EmbeddedServers.mariadb())),
    SQLITE("sqlite", "sqlite", SqliteEngine::new, Optional::empty);

    private static final String SHOP = "20260105090000_shop.sql";

    private final String id;
    private final String folder;

    @SuppressWarnings("ImmutableEnumChecker") // constructor references hold no state
    private final Supplier<Engine> engine;

    @SuppressWarnings("ImmutableEnumChecker") // as above
    private final Supplier<Optional<ServerSpec>> server;

    DemoProduct(String id, String folder, Supplier<Engine> engine, Supplier<Optional<ServerSpec>> server) {
        this.id = id;
        this.folder = folder;
        this.engine = engine;
        this.server = server;
    }

    /**
     * Finds one by the name that users give it.
     *
     * @throws ConfigurationException if there is none
     */
    public static DemoProduct named(String name) {
        for (DemoProduct product : values()) {
            if (product.id.equals(name)) {
                return product;
            }
        }
        throw new ConfigurationException("cannot run the demo on \"" + name
                + "\": there is no such engine. Choose postgres, mysql, mariadb or sqlite.");
    }

    /** Returns the migrations, in order; the first makes the shop and fills it. */
    List<String> files() {
        return switch (this) {
            case POSTGRES -> List.of(SHOP, "20260106090000_more_orders_than_an_integer_counts.sql");
            case MYSQL, MARIADB, SQLITE ->
                List.of(
                        SHOP,
                        "20260106090000_add_phone.sql",
                        "20260107090000_index_orders_by_customer.sql",
                        "20260108090000_upper_case_countries.sql",
                        "20260109090000_daily_sales.sql");
        };
    }

    /** Returns how many orders the shop has. */
    String orders() {
        return switch (this) {
            case POSTGRES -> "500,000";
            case MYSQL, MARIADB, SQLITE -> "200,000";
        };
    }

    String folder() {
        return folder;
    }

    Engine engine() {
        return engine.get();
    }

    /** Returns the server to start; empty where a file is enough. */
    Optional<ServerSpec> server() {
        return server.get();
    }
}
