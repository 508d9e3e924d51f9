package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.GodwitSettings;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.StepFailedException;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.sql.GodwitException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.ValidateResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets the real Flyway judge the history that Godwit keeps, and Godwit go on where Flyway has been. */
final class FlywayToolIT {
    private static final String TABLE = "flyway_schema_history";
    private static final String ROWS =
            "SELECT installed_rank, version, description, type, script, checksum, installed_by, success FROM " + TABLE
                    + " ORDER BY installed_rank";

    @TempDir
    Path folder = Path.of("set by JUnit");

    private static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        files.put("V1__create_users.sql", "CREATE TABLE ${prefix}users (id int PRIMARY KEY, name varchar(50));\n");
        files.put(
                "V1.1__windows.sql",
                "\uFEFF-- Zeile: \u00e4\u00f6\u00fc\r\nINSERT INTO app_users\r\nVALUES (1, 'Ann');\r\n\r\n");
        files.put("V2__empty.sql", "");
        files.put("V2_1__old_mac.sql", "INSERT INTO app_users\rVALUES (2, '\u00c5sa')\r;");
        files.put("more/V3__nested__twice.sql", "CREATE TABLE app_items (id int PRIMARY KEY);");
        files.put("V10__last.sql", "INSERT INTO app_items VALUES (10);\n");
        files.put(
                "R__b_view.sql",
                "DROP VIEW IF EXISTS app_names;\nCREATE VIEW app_names AS SELECT name FROM ${prefix}users;\n");
        files.put("R__a_facts.sql", """
                -- ${flyway:user} ${flyway:table} ${flyway:filename}
                DELETE FROM app_users WHERE id = 99;
                """);
        return files;
    }

    // Two databases have two names, which on MySQL and MariaDB are those of the schemas too.
    private static Map<String, String> filesThatNameTheDatabase(Product product) {
        Map<String, String> files = files();
        files.put("R__c_schema.sql", "-- ${flyway:defaultSchema}\nDELETE FROM app_users WHERE id = 98;\n");
        if (product != Product.SQLITE) {
            // Flyway has no value for it on SQLite and fails.
            files.put("R__d_name.sql", "-- ${flyway:database}\nDELETE FROM app_users WHERE id = 97;\n");
        }
        return files;
    }

    private Godwit godwit(TestDatabase database) {
        GodwitSettings defaults = GodwitSettings.of(DatabaseUrl.parse(database.url()), folder);
        return Migrations.godwit(
                new GodwitSettings(
                        defaults.url(),
                        defaults.directory(),
                        defaults.format(),
                        defaults.locks(),
                        defaults.runnerWait(),
                        defaults.connectRetries(),
                        defaults.order(),
                        Map.of("prefix", "app_"),
                        defaults.historyTable(),
                        defaults.stateSchema()),
                event -> {},
                new StopSignal());
    }

    private Flyway flyway(TestDatabase database, String target) {
        DatabaseUrl url = DatabaseUrl.parse(database.url());
        return Flyway.configure()
                .dataSource(
                        database.jdbcUrl(),
                        url.user().orElse(null),
                        url.password().orElse(null))
                .locations("filesystem:" + folder)
                .placeholders(Map.of("prefix", "app_"))
                .target(target)
                .mixed(true)
                // Its lock is else a transaction, which takes the row of a failure back.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    private void migrate(TestDatabase database) {
        godwit(database).migrate(Optional.empty(), RunMode.RUN);
    }

    private void expectFlywayToAgree(TestDatabase database) {
        Flyway flyway = flyway(database, "latest");
        ValidateResult validated = flyway.validateWithResult();
        assertThat(validated.getAllErrorMessages()).isEmpty();
        assertThat(validated.validationSuccessful).isTrue();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    private void expectGodwitToAgree(TestDatabase database) {
        assertThat(godwit(database).validate()).isEmpty();
        assertThat(godwit(database).migrate(Optional.empty(), RunMode.RUN).ran())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void leavesNothingToDoForFlyway(Product product) {
        Migrations.write(folder, filesThatNameTheDatabase(product));
        TestDatabase database = ToolDatabases.fresh(product);
        migrate(database);
        expectFlywayToAgree(database);
        assertThat(flyway(database, "latest").info().all())
                .hasSize(filesThatNameTheDatabase(product).size())
                .extracting(MigrationInfo::getState)
                .containsOnly(MigrationState.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void goesOnWhereFlywayStopped(Product product) {
        Migrations.write(folder, filesThatNameTheDatabase(product));
        TestDatabase database = ToolDatabases.fresh(product);
        flyway(database, "2").migrate();
        assertThat(godwit(database).status().problems()).isEmpty();
        assertThat(godwit(database).migrate(Optional.empty(), RunMode.RUN).ran())
                .extracting(ran -> ran.migration().file())
                .containsSubsequence("V2_1__old_mac.sql", "more/V3__nested__twice.sql", "V10__last.sql")
                .doesNotContain("V1__create_users.sql", "V1.1__windows.sql", "V2__empty.sql");
        expectFlywayToAgree(database);
        expectGodwitToAgree(database);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void writesTheTableAndTheRowsThatFlywayWrites(Product product) {
        Map<String, String> files = files();
        Migrations.write(folder, files);
        TestDatabase ours = ToolDatabases.fresh(product);
        migrate(ours);
        TestDatabase theirs = ToolDatabases.fresh(product);
        flyway(theirs, "latest").migrate();
        assertThat(TableDefinitions.of(ours, TABLE)).isEqualTo(TableDefinitions.of(theirs, TABLE));
        assertThat(ours.rows(ROWS)).hasSize(files.size()).isEqualTo(theirs.rows(ROWS));
        expectGodwitToAgree(theirs);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void runsAChangedRepeatableMigrationAsFlywayDoes(Product product) {
        Migrations.write(folder, Map.of("V1__a.sql", "CREATE TABLE a (id int);", "R__fill.sql", "DELETE FROM a;"));
        TestDatabase ours = ToolDatabases.fresh(product);
        migrate(ours);
        TestDatabase theirs = ToolDatabases.fresh(product);
        flyway(theirs, "latest").migrate();
        Migrations.write(folder, Map.of("R__fill.sql", "DELETE FROM a WHERE id > 0;"));
        migrate(ours);
        flyway(theirs, "latest").migrate();
        assertThat(ours.rows(ROWS)).hasSize(3).isEqualTo(theirs.rows(ROWS));
        expectFlywayToAgree(ours);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void takesBackSoThatFlywayFindsItPending(Product product) {
        Migrations.write(
                folder,
                Map.of(
                        "V1__a.sql", "CREATE TABLE a (id int);",
                        "V2__b.sql", "CREATE TABLE b (id int);",
                        "U2__drop_b.sql", "DROP TABLE b;"));
        TestDatabase database = ToolDatabases.fresh(product);
        migrate(database);
        godwit(database).rollback(new RollbackTarget.Steps(1), RunMode.RUN);
        assertThat(Stream.of(flyway(database, "latest").info().pending())
                        .map(one -> one.getVersion().getVersion()))
                .containsExactly("2");
        assertThat(flyway(database, "latest").migrate().migrationsExecuted).isOne();
        expectGodwitToAgree(database);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void recordsAFailureAsFlywayDoes(Product product) {
        String failing = "CREATE TABLE b (id int); "
                + (product == Product.POSTGRES_18 ? "VACUUM no_such_table;" : "INSERT INTO no_such_table VALUES (1);");
        Migrations.write(folder, Map.of("V1__a.sql", "CREATE TABLE a (id int);", "V2__fails.sql", failing));
        TestDatabase ours = ToolDatabases.fresh(product);
        assertThatThrownBy(() -> migrate(ours)).isInstanceOf(GodwitException.class);
        TestDatabase theirs = ToolDatabases.fresh(product);
        assertThatThrownBy(() -> flyway(theirs, "latest").migrate()).isInstanceOf(FlywayException.class);
        assertThat(ours.rows(ROWS)).isEqualTo(theirs.rows(ROWS));
        if (product == Product.SQLITE) {
            assertThat(theirs.rows(ROWS)).hasSize(1);
        } else {
            assertThat(theirs.rows(ROWS)).hasSize(2);
            assertThat(flyway(ours, "latest").validateWithResult().validationSuccessful)
                    .isFalse();
            assertThat(godwit(theirs).status().count(MigrationStatus.State.FAILED))
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void setsTheBaselineThatFlywaySets(Product product) {
        Migrations.write(
                folder,
                Map.of(
                        "V1__a.sql", "CREATE TABLE a (id int);",
                        "V2__b.sql", "CREATE TABLE b (id int);",
                        "V3__c.sql", "CREATE TABLE c (id int);"));
        TestDatabase ours = ToolDatabases.fresh(product);
        godwit(ours).baseline(Optional.of(new MigrationId("2")), RunMode.RUN);
        TestDatabase theirs = ToolDatabases.fresh(product);
        Flyway.configure()
                .configuration(flyway(theirs, "latest").getConfiguration())
                .baselineVersion("2")
                .load()
                .baseline();
        assertThat(ours.rows(ROWS)).isEqualTo(theirs.rows(ROWS));
        assertThat(flyway(ours, "latest").migrate().migrationsExecuted).isOne();
        assertThat(godwit(theirs).migrate(Optional.empty(), RunMode.RUN).ran())
                .extracting(ran -> ran.migration().file())
                .isEqualTo(List.of("V3__c.sql"));
        assertThat(ours.rows(ROWS)).hasSize(2).isEqualTo(theirs.rows(ROWS));
        expectFlywayToAgree(theirs);
        expectGodwitToAgree(ours);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void recordsNoFailureOfWhatLeftNothing(Product product) {
        Migrations.write(
                folder,
                Map.of(
                        "V1__a.sql", "CREATE TABLE a (id int);",
                        "V2__fails.sql", "ALTER TABLE no_such_table ADD COLUMN b int;"));
        TestDatabase database = ToolDatabases.fresh(product);
        assertThatThrownBy(() -> migrate(database))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("no_such_table");
        assertThat(database.rows(ROWS)).hasSize(1);
        Migrations.write(folder, Map.of("V2__fails.sql", "ALTER TABLE a ADD COLUMN b int;"));
        migrate(database);
        expectFlywayToAgree(database);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void beginsWithABaselineMigrationAsFlywayDoes(Product product) {
        Migrations.write(
                folder,
                Map.of(
                        "V1__a.sql", "CREATE TABLE a (id int);",
                        "V2__b.sql", "CREATE TABLE b (id int);",
                        "B2__a_and_b.sql", "CREATE TABLE a (id int); CREATE TABLE b (id int);",
                        "V3__c.sql", "CREATE TABLE c (id int);"));
        TestDatabase ours = ToolDatabases.fresh(product);
        migrate(ours);
        TestDatabase theirs = ToolDatabases.fresh(product);
        flyway(theirs, "latest").migrate();
        assertThat(ours.rows(ROWS)).hasSize(2).isEqualTo(theirs.rows(ROWS));
        expectFlywayToAgree(ours);
        expectGodwitToAgree(theirs);
    }
}
