package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.sql.GodwitException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets the real dbmate judge the history that Godwit keeps, and Godwit go on where dbmate has been. */
final class DbmateToolIT {
    private static final String TABLE = "schema_migrations";
    private static final String ROWS = "SELECT * FROM " + TABLE + " ORDER BY version";
    private static final String LAST = "20260301000000_last.sql";

    @TempDir
    Path folder = Path.of("set by JUnit");

    private DbmateTool dbmate;

    @BeforeEach
    void fetch() throws IOException {
        dbmate = DbmateTool.get();
    }

    private static Map<String, String> firstHalf() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "20260101000000_create_users.sql",
                "-- migrate:up\nCREATE TABLE users (id int PRIMARY KEY, name varchar(50));\n\n-- migrate:down\nDROP TABLE users;\n");
        files.put(
                "20260102000000_windows.sql",
                "-- migrate:up\r\nINSERT INTO users\r\nVALUES (1, '\u00c5sa');\r\n\r\n-- migrate:down\r\nDELETE FROM users;\r\n");
        files.put("20260103000000.sql", "-- migrate:up\n-- migrate:down\n");
        return files;
    }

    private static Map<String, String> secondHalf(Product product) {
        String alone = product == Product.POSTGRES_18
                ? "CREATE INDEX CONCURRENTLY users_name ON users (name);"
                : "CREATE INDEX users_name ON users (name);";
        String back = switch (product) {
            case POSTGRES_18, POSTGRES_14, SQLITE -> "DROP INDEX users_name;";
            case MYSQL, MARIADB -> "DROP INDEX users_name ON users;";
        };
        return Map.of(
                "20260201000000_index.sql",
                "-- migrate:up transaction:false\n" + alone + "\n-- migrate:down transaction:false\n" + back + "\n",
                LAST,
                "-- migrate:up\nCREATE TABLE items (id int PRIMARY KEY);\n-- migrate:down\nDROP TABLE items;\n");
    }

    private Godwit godwit(TestDatabase database) {
        return Migrations.godwit(database.url(), folder, event -> {});
    }

    private int migrate(TestDatabase database) {
        return godwit(database).migrate(Optional.empty(), RunMode.RUN).ran().size();
    }

    private String dbmate(TestDatabase database, String... command) throws IOException {
        DbmateTool.Result result = dbmate.run(database, folder, command);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    private void expectAgreement(TestDatabase database) throws IOException {
        assertThat(dbmate(database, "status")).contains("Pending: 0");
        assertThat(dbmate(database, "up")).doesNotContain("Applying");
        assertThat(godwit(database).validate()).isEmpty();
        assertThat(migrate(database)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void writesTheTableAndTheRowsThatDbmateWrites(Product product) throws IOException {
        Migrations.write(folder, firstHalf());
        Migrations.write(folder, secondHalf(product));
        TestDatabase ours = ToolDatabases.fresh(product);
        assertThat(migrate(ours)).isEqualTo(5);
        TestDatabase theirs = ToolDatabases.fresh(product);
        dbmate(theirs, "up");
        assertThat(TableDefinitions.of(ours, TABLE)).isEqualTo(TableDefinitions.of(theirs, TABLE));
        assertThat(ours.rows(ROWS)).hasSize(5).isEqualTo(theirs.rows(ROWS));
        expectAgreement(ours);
        expectAgreement(theirs);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void goesOnWhereDbmateStopped(Product product) throws IOException {
        Migrations.write(folder, firstHalf());
        TestDatabase database = ToolDatabases.fresh(product);
        dbmate(database, "up");
        Migrations.write(folder, secondHalf(product));
        assertThat(godwit(database).status().problems()).isEmpty();
        assertThat(migrate(database)).isEqualTo(2);
        expectAgreement(database);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void takesBackWhatEitherHasApplied(Product product) throws IOException {
        Migrations.write(folder, firstHalf());
        Migrations.write(folder, secondHalf(product));
        TestDatabase ours = ToolDatabases.fresh(product);
        migrate(ours);
        assertThat(dbmate(ours, "rollback")).contains("Rolling back: " + LAST);
        assertThat(migrate(ours)).isOne();
        godwit(ours).rollback(new RollbackTarget.Steps(2), RunMode.RUN);
        assertThat(dbmate(ours, "status")).contains("[ ] " + LAST).contains("Pending: 2");
        TestDatabase theirs = ToolDatabases.fresh(product);
        dbmate(theirs, "up");
        dbmate(theirs, "rollback");
        dbmate(theirs, "rollback");
        assertThat(ours.rows(ROWS)).hasSize(3).isEqualTo(theirs.rows(ROWS));
        assertThat(dbmate(ours, "up")).contains("Applying: " + LAST);
        expectAgreement(ours);
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void recordsAFailureAsLittleAsDbmateDoes(Product product) throws IOException {
        Migrations.write(folder, firstHalf());
        Migrations.write(
                folder,
                Map.of(LAST, "-- migrate:up\nCREATE TABLE items (id int);\nINSERT INTO no_such_table VALUES (1);\n"));
        TestDatabase ours = ToolDatabases.fresh(product);
        assertThatThrownBy(() -> migrate(ours)).isInstanceOf(GodwitException.class);
        TestDatabase theirs = ToolDatabases.fresh(product);
        assertThat(dbmate.run(theirs, folder, "up").exit()).isNotZero();
        assertThat(ours.rows(ROWS)).hasSize(3).isEqualTo(theirs.rows(ROWS));
        assertThat(dbmate(ours, "status")).contains("Pending: 1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void setsABaselineFromWhichDbmateGoesOn(Product product) throws IOException {
        Migrations.write(folder, firstHalf());
        Migrations.write(folder, secondHalf(product));
        TestDatabase database = ToolDatabases.fresh(product);
        database.execute("CREATE TABLE users (id int PRIMARY KEY, name varchar(50))");
        godwit(database).baseline(Optional.of(new MigrationId("20260103000000")), RunMode.RUN);
        assertThat(dbmate(database, "up"))
                .contains("Applying: 20260201000000_index.sql")
                .doesNotContain("create_users");
        expectAgreement(database);
    }
}
