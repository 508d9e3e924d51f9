package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.LockTimeoutException;
import dev.godwit.it.TestDatabase.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others feel of a migration on MySQL and MariaDB, where a waiting ALTER keeps every later query from the table. */
final class MysqlLocksIT {
    private static final Duration STALL = Duration.ofMillis(600);
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @TempDir
    Path folder;

    private TestDatabase ordersOn(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        database.execute("CREATE TABLE orders (id int PRIMARY KEY, note text)", "INSERT INTO orders VALUES (1, 'a')");
        Migrations.write(folder, Map.of("1_status.sql", "ALTER TABLE orders ADD COLUMN status int;"));
        return database;
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"MYSQL", "MARIADB"})
    void neverQueuesLongerThanTheBudgetBehindAnIdleReader(Product product) {
        TestDatabase database = ordersOn(product);

        BackgroundRun run;
        try (Session holder = database.connect();
                Session other = database.connect()) {
            holder.begin();
            // Taken within the run, so that it really queues once.
            run = BackgroundRun.migrate(TestSettings.of(database, folder).locks(STALL, PATIENCE), event -> {
                if (event instanceof Event.UnitStarted) {
                    holder.execute("SELECT count(*) FROM orders");
                }
            });
            // The holder is there all this time: each of these returns only because Godwit leaves the queue.
            while (run.isRunning() && run.events(Event.LockRetry.class).size() < 4) {
                other.execute("SELECT count(*) FROM orders");
            }
            assertThat(run.await(Event.LockRetry.class, 4).blockers()).isNotEmpty();
            assertThat(run.isRunning()).isTrue();
            holder.commit();
        }

        assertThat(run.report().ran()).hasSize(1);
        assertThat(database.value("SELECT status FROM orders")).isEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"MYSQL", "MARIADB"})
    void namesTheHolderWhenThePatienceIsUsedUpAndChangesNothing(Product product) {
        TestDatabase database = ordersOn(product);
        String before = database.value(
                "SELECT count(*) FROM information_schema.columns WHERE table_schema = database() AND table_name = 'orders'");

        try (Session holder = database.connect()) {
            holder.begin();
            holder.execute("SELECT count(*) FROM orders");
            String id = holder.first("SELECT connection_id()", row -> String.valueOf(row.getString(1)))
                    .orElseThrow();
            BackgroundRun run = BackgroundRun.migrate(
                    TestSettings.of(database, folder).locks(Duration.ofMillis(200), Duration.ofSeconds(2)));

            assertThat(run.failure(LockTimeoutException.class))
                    .hasMessageContaining("cannot run migration \"1 status\"")
                    .hasMessageContaining("It is held by ")
                    .hasMessageContaining(id)
                    .hasMessageContaining("--lock-wait");
            holder.commit();
        }

        assertThat(
                        database.value(
                                "SELECT count(*) FROM information_schema.columns WHERE table_schema = database() AND table_name = 'orders'"))
                .isEqualTo(before);
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
    }
}
