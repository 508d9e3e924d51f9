package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.Event;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.it.TestDatabase.Product;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills planned migrations with SIGKILL at every instant on 18, and at every third, a stride that meets all kinds of them, on 14. To go on
 * reaches the end of an undisturbed run; to take back from there, or from right where it was killed, leaves schema and rows as they were
 * before.
 */
final class PlannedCrashIT {
    private static final String BASE = """
            CREATE TABLE customers (id int PRIMARY KEY, name text);
            CREATE TABLE orders (id int PRIMARY KEY, total numeric, status text, customer int, times int NOT NULL DEFAULT 0);
            """;
    private static final String ROWS = """
            INSERT INTO customers SELECT g, 'n' || g FROM generate_series(1, 500) g;
            INSERT INTO orders (id, total, status, customer)
                SELECT g, g, 'x' || g, g % 500 + 1 FROM generate_series(1, 30000) g;
            ANALYZE customers;
            ANALYZE orders;
            """;

    @TempDir
    Path folder;

    @TempDir
    Path logs;

    static Stream<Arguments> cases() {
        return PlannedCases.all().entrySet().stream()
                .flatMap(entry -> Stream.of(
                        Arguments.of(Product.POSTGRES_18, entry.getKey(), entry.getValue(), 1),
                        Arguments.of(Product.POSTGRES_14, entry.getKey(), entry.getValue(), 3)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void goesOnAndBackFromEveryCrash(Product product, String name, String sql, int stride) throws Exception {
        Migrations.write(folder, Map.of("1_base.sql", BASE));
        TestDatabase undisturbed = filled(product);
        String before = undisturbed.snapshot();
        Migrations.write(folder, Map.of("2_change.sql", sql));
        int instants = instants(undisturbed);
        String expanded = undisturbed.snapshot();
        assertThat(expanded).as("the plan of %s changes something", name).isNotEqualTo(before);
        contract(undisturbed);
        String contracted = undisturbed.snapshot();

        for (int instant = 1; instant <= instants; instant += stride) {
            String when = "%s: %s, killed at instant %s of %s".formatted(product, name, instant, instants);
            TestDatabase goesOn = filled(product);
            Crash.kill(goesOn, folder, logs.resolve("crash.log"), "plan", instant);
            plan(godwit(goesOn, event -> {}));
            assertThat(goesOn.snapshot()).as(when + ", gone on").isEqualTo(expanded);
            if (instant % 2 == 0) {
                contract(goesOn);
                assertThat(goesOn.snapshot()).as(when + ", contracted").isEqualTo(contracted);
            } else {
                undo(goesOn);
                assertThat(goesOn.snapshot())
                        .as(when + ", gone on and taken back")
                        .isEqualTo(before);
            }

            TestDatabase goesBack = filled(product);
            Crash.kill(goesBack, folder, logs.resolve("crash.log"), "plan", instant);
            if (isBegun(goesBack)) {
                undo(goesBack);
            }
            assertThat(goesBack.snapshot()).as(when + ", taken back").isEqualTo(before);
        }
    }

    private TestDatabase filled(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        try (Session session = database.connect()) {
            session.execute(BASE);
            session.execute(ROWS);
        }
        godwit(database, event -> {}).baseline(Optional.of(new MigrationId("1")), RunMode.RUN);
        return database;
    }

    private int instants(TestDatabase database) {
        AtomicInteger instants = new AtomicInteger();
        plan(godwit(database, event -> {
            if (CrashingRun.isInstant(event)) {
                instants.incrementAndGet();
            }
        }));
        return instants.get();
    }

    private Godwit godwit(TestDatabase database, Consumer<Event> listener) {
        return Migrations.godwit(database.url(), folder, listener::accept);
    }

    private static void plan(Godwit godwit) {
        godwit.migrate(Optional.empty(), RunMode.RUN, Optional.of(Migrations.LINT));
    }

    private void contract(TestDatabase database) {
        godwit(database, event -> {}).contract(Optional.empty(), RunMode.RUN);
    }

    private void undo(TestDatabase database) {
        godwit(database, event -> {}).rollback(new RollbackTarget.Steps(1), RunMode.RUN);
    }

    private boolean isBegun(TestDatabase database) {
        return godwit(database, event -> {}).status().migrations().stream()
                .filter(status -> status.id().value().equals("2"))
                .noneMatch(status -> status.state() == MigrationStatus.State.PENDING);
    }
}
