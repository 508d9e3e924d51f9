package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.it.TestDatabase.Product;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the process with SIGKILL at every instant before and after an effect, runs again, and expects the end state of an undisturbed run:
 * every statement's effect exactly once.
 */
final class CrashMatrixIT {
    @TempDir
    Path folder;

    @TempDir
    Path logs;

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void reachesTheSameStateFromEveryCrash(Product product) throws Exception {
        Migrations.write(folder, CrashFolders.of(product));
        TestDatabase undisturbed = TestDatabase.fresh(product);
        int instants = instantsOfMigrate(undisturbed);
        String expected = undisturbed.snapshot();
        assertThat(instants).isGreaterThan(20);

        for (int instant = 1; instant <= instants; instant++) {
            TestDatabase database = TestDatabase.fresh(product);
            Crash.kill(database, folder, logs.resolve("crash.log"), "migrate", instant);
            Migrations.migrate(database, folder);
            assertThat(database.snapshot())
                    .as("%s, killed at instant %s of %s", product, instant, instants)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void reachesTheSameStateFromEveryCrashOnTheWayBack(Product product) throws Exception {
        Migrations.write(folder, CrashFolders.of(product));
        TestDatabase undisturbed = TestDatabase.fresh(product);
        Migrations.migrate(undisturbed, folder);
        int instants = instantsOfRollback(undisturbed);
        String expected = undisturbed.snapshot();

        // Every third, since the code is the same in both directions; a stride that is prime to the kinds of instants
        // meets all of them.
        for (int instant = 2; instant <= instants; instant += 3) {
            TestDatabase database = TestDatabase.fresh(product);
            Migrations.migrate(database, folder);
            Crash.kill(database, folder, logs.resolve("crash.log"), "rollback", instant);
            Migrations.godwit(database.url(), folder, event -> {}).rollback(new RollbackTarget.Steps(100), RunMode.RUN);
            assertThat(database.snapshot())
                    .as("%s, rollback killed at instant %s of %s", product, instant, instants)
                    .isEqualTo(expected);
        }
    }

    private int instantsOfMigrate(TestDatabase database) {
        AtomicInteger instants = new AtomicInteger();
        Migrations.godwit(database.url(), folder, event -> {
                    if (CrashingRun.isInstant(event)) {
                        instants.incrementAndGet();
                    }
                })
                .migrate(Optional.empty(), RunMode.RUN);
        return instants.get();
    }

    private int instantsOfRollback(TestDatabase database) {
        AtomicInteger instants = new AtomicInteger();
        Migrations.godwit(database.url(), folder, event -> {
                    if (CrashingRun.isInstant(event)) {
                        instants.incrementAndGet();
                    }
                })
                .rollback(new RollbackTarget.Steps(100), RunMode.RUN);
        return instants.get();
    }
}
