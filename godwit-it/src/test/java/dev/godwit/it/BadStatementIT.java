package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.execute.StepFailedException;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that the database refuses: the message says where, what and why, and nothing of the file is left. */
final class BadStatementIT {
    @TempDir
    Path folder;

    private <X extends GodwitException> X failure(TestDatabase database, Class<X> kind, String sql) {
        Migrations.write(folder, Map.of("1_bad.sql", sql));
        X failure = catchThrowableOfType(kind, () -> Migrations.migrate(database, folder));
        assertThat(failure).isNotNull();
        assertThat(userTables(database)).isEmpty();
        return failure;
    }

    private static List<String> userTables(TestDatabase database) {
        return switch (database.product()) {
            case SQLITE ->
                database.rows(
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'godwit%' AND name NOT LIKE 'sqlite%'");
            case POSTGRES_18, POSTGRES_14 ->
                database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
            case MYSQL, MARIADB ->
                database.rows(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = database() AND table_name NOT LIKE 'godwit%'");
        };
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void sayWhereTheyStandAndWhatTheServerSaid(Product product) {
        TestDatabase database = TestDatabase.fresh(product);

        StepFailedException failure = failure(database, StepFailedException.class, """
                -- Größe
                SELECT 'äöü€😀';
                SELECT 'ä😀', nosuch FROM nowhere;
                """);

        assertThat(failure.code()).isEqualTo(ErrorCode.STEP_FAILED);
        assertThat(failure.statement()).isEqualTo("SELECT 'ä😀', nosuch FROM nowhere");
        assertThat(failure)
                .hasMessageContaining("cannot run migration \"1 bad\": " + folder.resolve("1_bad.sql") + ":3:")
                .hasMessageContaining("nowhere")
                .hasMessageContaining("statement: SELECT 'ä😀', nosuch FROM nowhere")
                .hasMessageContaining("Correct this statement, then run godwit migrate again");
    }

    @Test
    void countTheColumnInCharactersOnPostgres() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);

        StepFailedException failure =
                failure(database, StepFailedException.class, "SELECT 1;\n\n  SELECT 'ä😀',\n    '€', nosuch;\n");

        assertThat(failure.position()).hasToString("4:10");
        assertThat(failure.serverWords()).isEqualTo("column \"nosuch\" does not exist");
        assertThat(failure.sqlState()).contains("42703");
    }

    @Test
    void countTheColumnInCharactersOnSqlite() {
        TestDatabase database = TestDatabase.fresh(Product.SQLITE);

        StepFailedException failure =
                failure(database, StepFailedException.class, "SELECT 1;\n\n  SELECT 'ä😀'\n    '€' FORM x;\n");

        assertThat(failure.position().line()).isEqualTo(4);
        assertThat(failure.serverWords()).contains("near \"").contains("syntax error");
    }

    @Test
    void nameTheRowOfACopy() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);

        StepFailedException failure = failure(
                database,
                StepFailedException.class,
                "CREATE TABLE numbers (n int);\nCOPY numbers FROM stdin;\n1\nfünf\n\\.\nSELECT 1;\n");

        assertThat(failure.position()).hasToString("2:1");
        assertThat(failure)
                .hasMessageContaining("1_bad.sql:2:1: invalid input syntax for type integer: \"fünf\"")
                .hasMessageContaining("COPY numbers, line 2, column n");
    }

    @Test
    void failOnlyAtTheCommit() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);

        StepFailedException failure = failure(database, StepFailedException.class, """
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO child VALUES (1);
                """);

        assertThat(failure)
                .hasMessageContaining(
                        "1_bad.sql:3:1: insert or update on table \"child\" violates foreign key constraint")
                .hasMessageContaining("Nothing of this migration is left in the database");
    }

    @Test
    void pointIntoABodyOfCode() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);

        StepFailedException syntax = failure(database, StepFailedException.class, """
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$
                BEGIN
                    -- ä
                    RETURN 1 +;
                END $$;
                """);
        assertThat(syntax.position().line()).isEqualTo(4);
        assertThat(syntax).hasMessageContaining("1_bad.sql:4:").hasMessageContaining("syntax error at");

        StepFailedException atRun = failure(database, StepFailedException.class, """
                DO $$
                BEGIN
                    PERFORM 1 / 0;
                END $$;
                """);
        assertThat(atRun)
                .hasMessageContaining("1_bad.sql:1:1: division by zero")
                .hasMessageContaining("line 3 at PERFORM");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void thatDoNotEnd(Product product) {
        TestDatabase database = TestDatabase.fresh(product);

        GodwitException failure = failure(database, GodwitException.class, "SELECT 1;\nSELECT 'abc;\nSELECT 2;\n");

        assertThat(failure).hasMessageContaining("1_bad.sql").hasMessageContaining("2:");
    }

    @Test
    void thatOnlyAClientKnows() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);

        InvalidMigrationException failure = failure(
                database,
                InvalidMigrationException.class,
                "CREATE TABLE t (id int);\n\\connect other\nCREATE TABLE u (id int);\n");

        assertThat(failure).hasMessageContaining("1_bad.sql\": line 2:1").hasMessageContaining("connect");
    }

    @Test
    void thatFindNoRoomOnTheDisk() {
        TestDatabase database = TestDatabase.fresh(Product.SQLITE);

        StepFailedException failure = failure(database, StepFailedException.class, """
                PRAGMA max_page_count = 30;
                CREATE TABLE big (data blob);
                INSERT INTO big VALUES (randomblob(1000000));
                """);

        assertThat(failure)
                .hasMessageContaining("1_bad.sql:3:1: database or disk is full")
                .hasMessageContaining("Make room on the disk of the database, then run godwit migrate again");
    }

    @Test
    void thatFindNoRoomOnTheDiskOfAServer() {
        TestDatabase database = TestDatabase.fresh(Product.POSTGRES_18);

        // The server's own error by its code: to fill a disk takes privileges that a test has not.
        StepFailedException failure = failure(database, StepFailedException.class, """
                CREATE TABLE big (data bytea);
                DO $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
                """);

        assertThat(failure)
                .hasMessageContaining("1_bad.sql:2:1: could not extend file: No space left on device")
                .hasMessageContaining("Make room on the disk of the database, then run godwit migrate again");
    }
}
