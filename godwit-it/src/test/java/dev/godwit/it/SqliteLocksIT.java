package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.LockTimeoutException;
import dev.godwit.it.TestDatabase.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration beside another writer of an SQLite file. */
final class SqliteLocksIT {
    private static final Duration STALL = Duration.ofMillis(100);

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh(Product.SQLITE);

    @BeforeEach
    void makeTable() {
        Migrations.write(folder, Map.of("1_orders.sql", "CREATE TABLE orders (id int);"));
        Migrations.migrate(database, folder);
        Migrations.write(folder, Map.of("2_status.sql", "ALTER TABLE orders ADD COLUMN status int;"));
    }

    @Test
    void triesAgainUntilTheOtherWriterIsDone() {
        BackgroundRun run;
        try (Session writer = database.connect()) {
            run = BackgroundRun.migrate(
                    TestSettings.of(database, folder).locks(STALL, Duration.ofSeconds(50)), event -> {
                        if (event instanceof Event.UnitStarted) {
                            writer.begin();
                            writer.execute("INSERT INTO orders VALUES (1)");
                        }
                    });
            run.await(Event.LockRetry.class, 2);
            assertThat(run.isRunning()).isTrue();
            writer.commit();
        }

        assertThat(run.report().ran()).hasSize(1);
        assertThat(database.rows("SELECT id, status FROM orders")).containsExactly("1|null");
    }

    @Test
    void triesAgainUntilTheReaderIsDone() {
        BackgroundRun run;
        try (Session reader = database.connect()) {
            run = BackgroundRun.migrate(
                    TestSettings.of(database, folder).locks(STALL, Duration.ofSeconds(50)), event -> {
                        if (event instanceof Event.UnitStarted) {
                            reader.execute("BEGIN");
                            reader.execute("SELECT * FROM orders");
                        }
                    });
            run.await(Event.LockRetry.class, 2);
            assertThat(run.isRunning()).isTrue();
            reader.execute("COMMIT");
        }

        assertThat(run.report().ran()).hasSize(1);
        assertThat(database.rows("SELECT name FROM pragma_table_info('orders')"))
                .containsExactly("id", "status");
    }

    @Test
    void givesUpWhenThePatienceIsUsedUpAndChangesNothing() {
        try (Session writer = database.connect()) {
            BackgroundRun run = BackgroundRun.migrate(
                    TestSettings.of(database, folder).locks(STALL, Duration.ofSeconds(1)), event -> {
                        if (event instanceof Event.UnitStarted) {
                            writer.begin();
                            writer.execute("INSERT INTO orders VALUES (1)");
                        }
                    });

            assertThat(run.failure(LockTimeoutException.class))
                    .hasMessageContaining("cannot run migration \"2 status\": no lock for ALTER TABLE orders")
                    .hasMessageContaining("database is locked")
                    .hasMessageContaining("--lock-wait");
            writer.commit();
        }

        assertThat(database.rows("SELECT * FROM orders")).containsExactly("1");
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
    }
}
