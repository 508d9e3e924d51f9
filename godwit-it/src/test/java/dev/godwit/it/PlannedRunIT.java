package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.engine.RunReport;
import dev.godwit.core.history.MigrationStatus.State;
import dev.godwit.core.lint.Severity;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.it.TestDatabase.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run, the plan and the run itself tell the same. */
final class PlannedRunIT {
    private static final String CHANGE = "ALTER TABLE orders ALTER COLUMN status SET NOT NULL;\n";

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void fill() {
        database = TestDatabase.fresh(Product.POSTGRES_18);
        database.execute(
                "CREATE TABLE orders (id int PRIMARY KEY, status text)",
                "INSERT INTO orders SELECT g, 'x' || g FROM generate_series(1, 50000) g",
                "ANALYZE orders");
        Migrations.write(folder, Map.of("1_base.sql", "CREATE TABLE other (id int PRIMARY KEY);\n"));
    }

    @Test
    void aDryRunShowsTheStepsThatAreRun() {
        applyBase();
        write(CHANGE);

        RunReport dry = migrate(RunMode.DRY_RUN);
        assertThat(sent(dry)).isEqualTo(planned());
        assertThat(sent(dry)).anyMatch(sql -> sql.endsWith("NOT VALID"));
        assertThat(dry.lint().orElseThrow().count(Severity.ERROR)).isZero();
        migrate(RunMode.RUN);
        assertThat(isNullable()).isEqualTo("NO");
    }

    @Test
    void aDryRunOfTheWayBackShowsTheRecordedSteps() {
        applyBase();
        write(CHANGE);
        migrate(RunMode.RUN);

        RunReport dry = godwit().rollback(new RollbackTarget.Steps(1), RunMode.DRY_RUN);
        assertThat(sent(dry)).anyMatch(sql -> sql.contains("DROP NOT NULL"));
        assertThat(isNullable()).isEqualTo("NO");
        godwit().rollback(new RollbackTarget.Steps(1), RunMode.RUN);
        assertThat(isNullable()).isEqualTo("YES");
    }

    @Test
    void aDatabaseWithoutMigrationsIsPlannedAsItIsRun() {
        write("CREATE INDEX orders_status ON orders (status);\n");
        assertThat(godwit().plan(Optional.empty()).migrations())
                .allMatch(planned -> planned.plan().isAsWritten());
    }

    @Test
    void anAllowWithAReasonRunsItAsWritten() {
        applyBase();
        write("-- godwit:allow set-not-null-scan, data-dependent-not-null -- at night\n" + CHANGE);
        assertThat(planned()).containsExactly(CHANGE.strip().replace(";", ""));
        write("-- godwit:allow set-not-null-scan\n" + CHANGE);
        assertThat(planned()).anyMatch(sql -> sql.endsWith("NOT VALID"));
    }

    @Test
    void whatOnlyTheOldApplicationUsesStaysUntilContract() {
        applyBase();
        write("DROP TABLE orders;\n");
        migrate(RunMode.RUN);
        assertThat(database.value("SELECT count(*) FROM orders")).isEqualTo("50000");
        assertThat(godwit().status().migrations().getLast().state()).isEqualTo(State.EXPANDED);

        godwit().rollback(new RollbackTarget.Steps(1), RunMode.RUN);
        assertThat(godwit().status().migrations().getLast().state()).isEqualTo(State.PENDING);

        migrate(RunMode.RUN);
        godwit().contract(Optional.empty(), RunMode.RUN);
        assertThat(database.value("SELECT to_regclass('orders') IS NULL")).isEqualTo("t");
        assertThat(godwit().status().migrations().getLast().state()).isEqualTo(State.APPLIED);
    }

    private void applyBase() {
        godwit().migrate(Optional.of(new MigrationId("1")), RunMode.RUN);
    }

    private void write(String change) {
        Migrations.write(folder, Map.of("2_change.sql", change));
    }

    private Godwit godwit() {
        return Migrations.godwit(database.url(), folder, event -> {});
    }

    private RunReport migrate(RunMode mode) {
        return godwit().migrate(Optional.empty(), mode, Optional.of(Migrations.LINT));
    }

    private List<String> planned() {
        return godwit().plan(Optional.empty()).migrations().stream()
                .flatMap(planned -> planned.plan().steps().stream())
                .flatMap(step -> step.step().statements().stream())
                .toList();
    }

    private static List<String> sent(RunReport report) {
        return report.ran().stream()
                .flatMap(ran -> ran.statements().stream())
                .flatMap(unit -> unit.statements().stream())
                .toList();
    }

    private String isNullable() {
        return database.value(
                "SELECT is_nullable FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'status'");
    }
}
