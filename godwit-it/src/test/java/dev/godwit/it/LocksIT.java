package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.db.Session;
import dev.godwit.core.engine.RunReport;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.LockTimeoutException;
import dev.godwit.core.execute.OutcomeUnknownException;
import dev.godwit.core.execute.StepFailedException;
import dev.godwit.it.TestDatabase.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others feel of a migration on PostgreSQL, and what is left of one that did not get its lock. */
final class LocksIT {
    private static final Duration STALL = Duration.ofMillis(600);
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    // A loaded machine wakes a server late; without the budget the wait would last until the holder is gone, that is,
    // for ever.
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final String LONGEST_WAIT = """
            SELECT coalesce(max(extract(epoch FROM clock_timestamp() - l.waitstart) * 1000), 0)::bigint
            FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE NOT l.granted AND a.application_name = 'godwit' AND a.datname = current_database()""";

    private static final String AUTOVACUUMS = """
            SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE a.backend_type = 'autovacuum worker' AND l.granted AND l.relation = 'orders'::regclass
              AND a.datname = current_database()""";

    @TempDir
    Path folder;

    private TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);

    @BeforeEach
    void makeTables() {
        tables(database);
    }

    private static void tables(TestDatabase database) {
        database.execute(
                "CREATE TABLE orders (id int PRIMARY KEY, note text)",
                "INSERT INTO orders SELECT g, 'note ' || g FROM generate_series(1, 100) g",
                "CREATE TABLE audit (id int)");
    }

    private TestSettings settings() {
        return TestSettings.of(database, folder).locks(STALL, PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "POSTGRES_14"})
    void neverQueuesLongerThanTheBudgetBehindAnIdleReader(Product product) {
        database = TestDatabase.fresh(product);
        tables(database);
        Migrations.write(folder, Map.of("1_status.sql", "ALTER TABLE orders ADD COLUMN status int;"));

        BackgroundRun run;
        try (Session holder = database.connect();
                Session other = database.connect()) {
            holder.begin();
            // Taken within the run, after it has looked for blockers of its age, so that it really queues once.
            run = BackgroundRun.migrate(settings(), event -> {
                if (event instanceof Event.UnitStarted) {
                    holder.execute("SELECT count(*) FROM orders");
                }
            });
            long longest = 0;
            // The holder is there all this time: each of these returns only because Godwit leaves the queue.
            while (run.isRunning() && run.events(Event.LockRetry.class).size() < 4) {
                other.execute("SELECT count(*) FROM orders");
                other.execute("UPDATE orders SET note = note WHERE id = 1");
                longest = Math.max(
                        longest,
                        other.first(LONGEST_WAIT, row -> row.getLong(1)).orElseThrow());
            }
            assertThat(longest).isLessThan(STALL.plus(SLACK).toMillis());
            assertThat(run.await(Event.LockRetry.class, 4).blockers())
                    .singleElement()
                    .asString()
                    .startsWith("application, process ")
                    .contains("idle in transaction", "on orders");
            assertThat(run.isRunning()).isTrue();
            holder.commit();
        }

        assertThat(run.report().ran()).hasSize(1);
        assertThat(database.rows("SELECT DISTINCT status FROM orders")).containsExactly("null");
    }

    @Test
    void doesNotQueueBehindAnAutovacuumHoweverYoung() {
        Migrations.write(folder, Map.of("1_status.sql", "ALTER TABLE orders ADD COLUMN status int;"));
        // So slow that it is at it for seconds; the server starts it at its next round.
        database.execute(
                "ALTER TABLE orders SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0,"
                        + " autovacuum_vacuum_cost_delay = 20, autovacuum_vacuum_cost_limit = 1)",
                "INSERT INTO orders SELECT g, repeat('x', 900) FROM generate_series(101, 300) g",
                "DELETE FROM orders WHERE id % 2 = 0");

        BackgroundRun run = BackgroundRun.migrate(settings(), event -> {
            if (event instanceof Event.UnitStarted) {
                Waiting.until("an autovacuum", () -> database.value(AUTOVACUUMS).equals("1"));
            }
        });

        Event.LockRetry first = run.await(Event.LockRetry.class, 1);
        assertThat(first.cause()).isEqualTo("others hold the table");
        assertThat(first.blockers()).singleElement().asString().startsWith("autovacuum worker, process ");
        assertThat(run.report().ran()).hasSize(1);
    }

    @Test
    void namesTheHolderWhenThePatienceIsUsedUpAndChangesNothing() {
        Migrations.write(
                folder,
                Map.of("1_status.sql", "INSERT INTO audit VALUES (1); ALTER TABLE orders ADD COLUMN status int;"));
        String before = tablesAndRows();

        try (Session holder = database.connect()) {
            holder.begin();
            holder.execute("SELECT count(*) FROM orders");
            BackgroundRun run = BackgroundRun.migrate(
                    TestSettings.of(database, folder).locks(Duration.ofMillis(200), Duration.ofSeconds(1)));

            assertThat(run.failure(LockTimeoutException.class))
                    .hasMessageContaining("cannot run migration \"1 status\"")
                    .hasMessageContaining("It is held by application, process ")
                    .hasMessageContaining("--lock-wait");
            holder.commit();
        }

        assertThat(tablesAndRows()).isEqualTo(before);
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
    }

    private String tablesAndRows() {
        return String.join("\n", database.rows("""
                SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
                UNION ALL SELECT 'audit rows', count(*)::text FROM audit ORDER BY 1, 2"""));
    }

    @Test
    void keepsWithinTheBudgetWhereABlockOfCodeTakesTheLock() {
        Migrations.write(
                folder,
                Map.of("1_block.sql", "DO $$ BEGIN EXECUTE 'ALTER TABLE orders ADD COLUMN status int'; END $$;"));

        try (Session holder = database.connect();
                Session other = database.connect()) {
            holder.begin();
            holder.execute("SELECT count(*) FROM orders");
            BackgroundRun run = BackgroundRun.migrate(settings());
            while (run.isRunning() && run.events(Event.LockRetry.class).size() < 2) {
                other.execute("SELECT count(*) FROM orders");
            }
            assertThat(run.await(Event.LockRetry.class, 2).blockers()).hasSize(1);
            holder.commit();

            assertThat(run.report().ran()).hasSize(1);
        }
    }

    @Test
    void triesAgainAsTheVictimOfADeadlock() {
        Migrations.write(
                folder,
                Map.of("1_both.sql", "ALTER TABLE audit ADD COLUMN a int; ALTER TABLE orders ADD COLUMN status int;"));
        AtomicReference<CompletableFuture<Void>> application = new AtomicReference<>();

        try (Session holder = database.connect()) {
            holder.execute("SET deadlock_timeout = '1h'");
            holder.begin();
            BackgroundRun run = BackgroundRun.migrate(
                    TestSettings.of(database, folder).locks(Duration.ofSeconds(30), PATIENCE), event -> {
                        if (event instanceof Event.UnitStarted) {
                            holder.execute("SELECT count(*) FROM orders");
                            application.set(CompletableFuture.runAsync(() -> {
                                awaitLock("audit");
                                holder.execute("SELECT count(*) FROM audit");
                                holder.commit();
                            }));
                        }
                    });

            assertThat(run.await(Event.LockRetry.class).cause()).contains("deadlock detected");
            assertThat(run.report().ran()).hasSize(1);
            application.get().join();
        }
        assertThat(database.rows("SELECT a FROM audit")).isEmpty();
    }

    private void awaitLock(String table) {
        Waiting.until(
                "the strong lock on " + table,
                () -> !database.rows("""
                        SELECT 1 FROM pg_locks WHERE relation = '%s'::regclass AND granted AND mode = 'AccessExclusiveLock'""".formatted(table)).isEmpty());
    }

    @Test
    void buildsALoneIndexWhileAnotherRunnerWaitsAndAnOlderTransactionIsOpen() {
        Migrations.write(folder, Map.of("1_index.sql", "CREATE INDEX CONCURRENTLY orders_note ON orders (note);"));

        BackgroundRun first;
        BackgroundRun second;
        try (Session older = database.connect()) {
            older.begin();
            older.execute("INSERT INTO orders VALUES (101, 'open')");
            first = BackgroundRun.migrate(settings());
            first.await(Event.IntentWritten.class);
            second = BackgroundRun.migrate(settings());
            second.await(Event.WaitingForRunner.class);
            awaitInvalidIndex();
            assertThat(first.isRunning()).isTrue();
            older.commit();
        }

        assertThat(first.report().ran()).hasSize(1);
        assertThat(second.report().ran()).isEmpty();
        assertThat(index("orders_note")).isEqualTo("t");
        assertThat(database.rows("SELECT id, state FROM godwit.godwit_history")).containsExactly("1|APPLIED");
        assertThat(database.rows("SELECT * FROM godwit.godwit_journal")).isEmpty();
    }

    private void awaitInvalidIndex() {
        Waiting.until(
                "the index that is being built",
                () -> !database.rows("SELECT 1 FROM pg_index WHERE NOT indisvalid")
                        .isEmpty());
    }

    private String index(String name) {
        return database.value("SELECT coalesce((SELECT indisvalid::text FROM pg_index WHERE indexrelid = to_regclass('"
                        + name + "')), 'missing')")
                .substring(0, 1);
    }

    @Test
    void leavesNoInvalidIndexWhereARowIsTwice() {
        database.execute("INSERT INTO orders VALUES (101, 'note 1')");
        Migrations.write(
                folder, Map.of("1_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY orders_note ON orders (note);"));

        assertThatThrownBy(() -> Migrations.migrate(database, folder))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("could not create unique index \"orders_note\"")
                .hasMessageContaining("Key (note)=(note 1) is duplicated")
                .hasMessageContaining("Nothing of this migration is left in the database");
        assertThat(index("orders_note")).isEqualTo("m");

        database.execute("DELETE FROM orders WHERE id = 101");
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
        assertThat(index("orders_note")).isEqualTo("t");
    }

    @Test
    void rebuildsAnIndexWhoseBuildWasKilled() {
        Migrations.write(folder, Map.of("1_index.sql", "CREATE INDEX CONCURRENTLY orders_note ON orders (note);"));

        try (Session older = database.connect()) {
            older.begin();
            older.execute("INSERT INTO orders VALUES (101, 'open')");
            BackgroundRun killed = BackgroundRun.migrate(settings());
            awaitInvalidIndex();
            database.rows(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'CREATE INDEX%'");

            assertThat(killed.failure(OutcomeUnknownException.class))
                    .hasMessageContaining("cannot tell the outcome of migration \"1 index\"")
                    .hasMessageContaining("Run godwit migrate again");
            assertThat(index("orders_note")).isEqualTo("f");
            older.commit();
        }

        RunReport again = Migrations.migrate(database, folder);
        assertThat(again.ran()).hasSize(1);
        assertThat(index("orders_note")).isEqualTo("t");
        assertThat(database.rows("SELECT * FROM godwit.godwit_journal")).isEmpty();
    }

    @Test
    void isNotFooledByAnInvalidIndexThatExists() {
        database.execute("INSERT INTO orders VALUES (101, 'note 1')");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY orders_note ON orders (note)"))
                .hasMessageContaining("could not create unique index");
        assertThat(index("orders_note")).isEqualTo("f");
        database.execute("DELETE FROM orders WHERE id = 101");
        Migrations.write(
                folder,
                Map.of("1_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS orders_note ON orders (note);"));

        Migrations.migrate(database, folder);

        assertThat(index("orders_note")).isEqualTo("t");
    }

    @Test
    void dropsAnInvalidIndexAlsoWhileAnOlderTransactionIsOpen() {
        database.execute("INSERT INTO orders VALUES (101, 'note 1')");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY orders_note ON orders (note)"))
                .hasMessageContaining("could not create unique index");
        database.execute("DELETE FROM orders WHERE id = 101");
        Migrations.write(folder, Map.of("1_index.sql", """
                ALTER TABLE audit ADD COLUMN what text;
                CREATE UNIQUE INDEX CONCURRENTLY orders_note ON orders (note);
                """));

        BackgroundRun run;
        try (Session older = database.connect()) {
            older.begin();
            older.execute("UPDATE orders SET note = note WHERE id = 1");
            run = BackgroundRun.migrate(settings());
            Waiting.until(
                    "the drop that waits longer than the budget",
                    () -> !run.isRunning() || Long.parseLong(database.value(LONGEST_WAIT)) > STALL.toMillis() * 2);
            assertThat(run.isRunning()).isTrue();
            older.commit();
        }

        assertThat(run.report().ran()).hasSize(1);
        assertThat(index("orders_note")).isEqualTo("t");
    }

    @Test
    void keepsTheTablesOfAUserNamedLikeTheStateSchemaOutOfIt() {
        Migrations.write(folder, Map.of("1_first.sql", "CREATE TABLE first (id int);"));
        Migrations.migrate(database, folder);
        Migrations.write(folder, Map.of("2_second.sql", "CREATE TABLE second (id int); SET search_path = DEFAULT;"));
        Migrations.write(folder, Map.of("3_third.sql", "CREATE TABLE third (id int);"));

        Migrations.migrate(database, folder);

        assertThat(database.value("SELECT current_user")).isEqualTo("godwit");
        assertThat(
                        database.rows(
                                "SELECT schemaname, tablename FROM pg_tables WHERE tablename IN ('first', 'second', 'third') ORDER BY 2"))
                .containsExactly("public|first", "public|second", "public|third");
    }
}
