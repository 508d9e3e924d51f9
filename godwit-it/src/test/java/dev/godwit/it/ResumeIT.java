package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Resolution;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.ResumeRefusedException;
import dev.godwit.core.execute.StepFailedException;
import dev.godwit.core.execute.StoppedException;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.sql.GodwitException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations that ended half way: what is said, what is kept, and how they go on. */
final class ResumeIT {
    private static final MigrationId FIRST = new MigrationId("1");

    @TempDir
    Path folder;

    private static String counting() {
        return "CREATE TABLE counter (n int);\nINSERT INTO counter VALUES (0);\n";
    }

    // Something that stands outside of transactions, so that the file falls into steps.
    private static String alone(Product product) {
        return switch (product) {
            case POSTGRES_18, POSTGRES_14 -> "CREATE INDEX CONCURRENTLY counter_n ON counter (n);\n";
            case MYSQL, MARIADB -> "CREATE INDEX counter_n ON counter (n);\n";
            case SQLITE -> "VACUUM;\n";
        };
    }

    private static String failing(Product product) {
        return counting() + alone(product) + "UPDATE counter SET n = n + 1;\nUPDATE counter SET n = n + nosuch;\n"
                + alone(product).replace("counter_n", "counter_again") + "UPDATE counter SET n = n + 100;\n";
    }

    private void write(String sql) {
        Migrations.write(folder, Map.of("1_mixed.sql", sql));
    }

    private <X extends GodwitException> X failure(TestDatabase database, Class<X> kind) {
        X failure = catchThrowableOfType(kind, () -> Migrations.migrate(database, folder));
        assertThat(failure).isNotNull();
        return failure;
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRES_14")
    void goesOnAtTheStatementThatWasCorrected(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        write(failing(product));

        StepFailedException failure = failure(database, StepFailedException.class);
        assertThat(failure)
                .hasMessageContaining("1_mixed.sql:5:")
                .hasMessageContaining("nosuch")
                .hasMessageMatching("(?s).*Its first \\d of \\d steps are done and recorded\\..*it goes on here");
        assertThat(state(database)).isEqualTo(MigrationStatus.State.INTERRUPTED);

        write(failing(product).replace("nosuch", "10"));
        BackgroundRun again = BackgroundRun.migrate(TestSettings.of(database, folder));

        assertThat(again.report().ran()).hasSize(1);
        assertThat(again.await(Event.Resuming.class).done()).isPositive();
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("111");
        assertThat(state(database)).isEqualTo(MigrationStatus.State.APPLIED);
        assertThat(Migrations.migrate(database, folder).ran()).isEmpty();
    }

    private MigrationStatus.State state(TestDatabase database) {
        return Migrations.godwit(database.url(), folder, event -> {})
                .status()
                .migrations()
                .getFirst()
                .state();
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRES_14")
    void refusesAFileWhoseDonePartWasEdited(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        write(failing(product));
        failure(database, StepFailedException.class);
        String before = database.snapshot();

        write(failing(product).replace("VALUES (0)", "VALUES (1)").replace("nosuch", "10"));

        assertThat(failure(database, ResumeRefusedException.class))
                .hasMessageContaining("cannot resume migration \"1 mixed\" (1_mixed.sql)")
                .hasMessageContaining("the file was changed after a part of it had been done")
                .hasMessageContaining("godwit resolve --applied 1 or godwit resolve --rolled-back 1");
        assertThat(database.snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRES_14")
    void takesAHumansWordThatItIsDone(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        write(failing(product));
        failure(database, StepFailedException.class);

        resolve(database, Resolution.APPLIED);

        assertThat(state(database)).isEqualTo(MigrationStatus.State.APPLIED);
        assertThat(Migrations.migrate(database, folder).ran()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRES_14")
    void takesAHumansWordThatItWasTakenBack(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        write(failing(product));
        failure(database, StepFailedException.class);
        database.execute("DROP TABLE counter");

        resolve(database, Resolution.ROLLED_BACK);

        assertThat(state(database)).isEqualTo(MigrationStatus.State.PENDING);
        write(failing(product).replace("nosuch", "10"));
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("111");
    }

    private void resolve(TestDatabase database, Resolution resolution) {
        Migrations.godwit(database.url(), folder, event -> {}).resolve(FIRST, resolution, RunMode.RUN);
    }

    @Test
    void cancelsALongTransactionWhenAskedToStop() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        write(counting() + "SELECT pg_sleep(600);");
        BackgroundRun run = BackgroundRun.migrate(TestSettings.of(database, folder));
        awaitQuery(database, "SELECT pg_sleep(600)");

        run.stop().request();

        assertThat(run.failure(StoppedException.class))
                .hasMessageContaining("step 1 of 1 was rolled back")
                .hasMessageContaining("Go on with: godwit migrate");
        assertThat(state(database)).isEqualTo(MigrationStatus.State.PENDING);
        write(counting());
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("0");
    }

    private static void awaitQuery(TestDatabase database, String start) {
        Waiting.until(
                "the server to run " + start, () -> !running(database, start).isEmpty());
    }

    private static List<String> running(TestDatabase database, String start) {
        return database.rows("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                + " AND application_name = 'godwit' AND query LIKE '" + start + "%'");
    }

    @Test
    void stopsBetweenTheStatementsOfATransaction() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        database.execute(
                "CREATE TABLE gate (n int)",
                "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NEW; END'",
                "CREATE TRIGGER wait BEFORE INSERT ON gate FOR EACH ROW EXECUTE FUNCTION wait()");
        write(counting() + "COPY gate FROM stdin;\n1\n\\.\nSELECT pg_sleep(600);");
        BackgroundRun run;
        try (Session holder = database.connect()) {
            holder.execute("SELECT pg_advisory_lock(7)");
            run = BackgroundRun.migrate(TestSettings.of(database, folder));
            awaitQuery(database, "COPY gate");
            // The driver cannot cancel the sending of rows.
            run.stop().request();
            assertThat(run.isRunning()).isTrue();
            holder.execute("SELECT pg_advisory_unlock(7)");
        }

        assertThat(run.failure(StoppedException.class)).hasMessageContaining("step 1 of 1 was rolled back");
        assertThat(database.rows("SELECT n FROM gate")).isEmpty();
    }

    @Test
    void endsAnIndexBeforeItStops() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        write(counting() + alone(Product.POSTGRES_18) + "UPDATE counter SET n = n + 1;");
        BackgroundRun run;
        try (Session older = database.connect()) {
            older.begin();
            older.execute("CREATE TABLE other (n int)");
            run = BackgroundRun.migrate(TestSettings.of(database, folder), event -> {
                if (event instanceof Event.UnitStarted started && started.unit() == 1) {
                    older.execute("LOCK TABLE counter IN ROW EXCLUSIVE MODE");
                }
            });
            awaitQuery(database, "CREATE INDEX CONCURRENTLY");
            run.stop().request();
            assertThat(run.isRunning()).isTrue();
            older.commit();
        }

        assertThat(run.failure(StoppedException.class))
                .hasMessageContaining("after 2 of 3 steps, which are recorded")
                .hasMessageContaining("Go on with: godwit migrate");
        assertThat(database.rows("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"))
                .isEmpty();
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("0");

        Migrations.migrate(database, folder);
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("1");
    }

    @Test
    void saysThatTheConnectionBrokeAndCanBeRunAgain() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        write(counting() + "SELECT pg_sleep(600);");
        BackgroundRun run = BackgroundRun.migrate(TestSettings.of(database, folder));
        awaitQuery(database, "SELECT pg_sleep(600)");

        running(database, "SELECT pg_sleep(600)")
                .forEach(pid -> database.rows("SELECT pg_terminate_backend(" + pid + ")"));

        assertThat(run.failure(StepFailedException.class))
                .hasMessageContaining("1_mixed.sql:3:1: terminating connection due to administrator command")
                .hasMessageContaining("Nothing of this migration is left in the database")
                .hasMessageContaining("run godwit migrate again");
        write(counting());
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("0");
    }

    @Test
    void keepsTheStepsBeforeABrokenConnection() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        write(counting() + alone(Product.POSTGRES_18) + "UPDATE counter SET n = n + 1; SELECT pg_sleep(600);");
        BackgroundRun run = BackgroundRun.migrate(TestSettings.of(database, folder));
        awaitQuery(database, "SELECT pg_sleep(600)");

        running(database, "SELECT pg_sleep(600)")
                .forEach(pid -> database.rows("SELECT pg_terminate_backend(" + pid + ")"));

        assertThat(run.failure(StepFailedException.class))
                .hasMessageContaining("Its first 2 of 3 steps are done and recorded");
        write(counting() + alone(Product.POSTGRES_18) + "UPDATE counter SET n = n + 1;");
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("1");
    }

    @Test
    void losesNothingWhereTheConnectionBreaksBetweenStatementAndCommit() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);
        write(counting() + "UPDATE counter SET n = n + 1;");
        BackgroundRun run = BackgroundRun.migrate(TestSettings.of(database, folder), event -> {
            if (event instanceof Event.EffectDone) {
                database.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND state = 'idle in transaction'");
            }
        });

        assertThat(run.failure(GodwitException.class)).hasMessageContaining("godwit migrate again");
        assertThat(database.rows("SELECT tablename FROM pg_tables WHERE tablename = 'counter'"))
                .isEmpty();
        assertThat(Migrations.migrate(database, folder).ran()).hasSize(1);
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("1");
    }
}
