package dev.godwit.core.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.FakeConventions;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitPlannerTest {
    @Test
    void plansNothingForAnEmptyFile() {
        assertThat(automatic("")).isEmpty();
        assertThat(automatic("-- only a comment\n;;")).isEmpty();
    }

    @Test
    void putsAllThatCanShareATransactionIntoOne() {
        assertThat(automatic("CREATE TABLE a (i int); INSERT INTO a VALUES (1); ALTER TABLE a ADD b int;"))
                .containsExactly(
                        "TRANSACTION CREATE TABLE a (i int); INSERT INTO a VALUES (1); ALTER TABLE a ADD b int");
    }

    @Test
    void runsAloneWhatNoTransactionMayHold() {
        assertThat(automatic("VACUUM a")).containsExactly("AUTOCOMMIT VACUUM a");
        assertThat(automatic(
                        "INSERT INTO a VALUES (1); CREATE INDEX CONCURRENTLY i ON a (b); INSERT INTO a VALUES (2)"))
                .containsExactly(
                        "TRANSACTION INSERT INTO a VALUES (1)",
                        "AUTOCOMMIT CREATE INDEX CONCURRENTLY i ON a (b)",
                        "TRANSACTION INSERT INTO a VALUES (2)");
    }

    @Test
    void cutsWhereTheServerCommitsByItself() {
        assertThat(automatic("INSERT INTO a VALUES (1); REINDEX TABLE a; INSERT INTO a VALUES (2)"))
                .containsExactly(
                        "TRANSACTION INSERT INTO a VALUES (1)",
                        "AUTOCOMMIT REINDEX TABLE a",
                        "TRANSACTION INSERT INTO a VALUES (2)");
        assertThat(automatic("BEGIN; INSERT INTO a VALUES (1); REINDEX TABLE a; INSERT INTO a VALUES (2); COMMIT"))
                .containsExactly(
                        "TRANSACTION INSERT INTO a VALUES (1)",
                        "AUTOCOMMIT REINDEX TABLE a",
                        "TRANSACTION INSERT INTO a VALUES (2)");
    }

    @Test
    void isUncertainOfWhatMayEndItsTransaction() {
        assertThat(automatic("CALL tidy(); INSERT INTO a VALUES (1)"))
                .containsExactly("UNCERTAIN CALL tidy()", "TRANSACTION INSERT INTO a VALUES (1)");
    }

    @Test
    void respectsTheAuthorsTransactions() {
        assertThat(automatic("INSERT INTO a VALUES (1); BEGIN; INSERT INTO a VALUES (2); COMMIT;"
                        + " START TRANSACTION; INSERT INTO a VALUES (3); INSERT INTO a VALUES (4); END; DELETE FROM a"))
                .containsExactly(
                        "TRANSACTION INSERT INTO a VALUES (1)",
                        "TRANSACTION INSERT INTO a VALUES (2)",
                        "TRANSACTION INSERT INTO a VALUES (3); INSERT INTO a VALUES (4)",
                        "TRANSACTION DELETE FROM a");
    }

    @Test
    void leavesInTheAuthorsTransactionWhatTheServerWillRefuseThere() {
        assertThat(automatic("BEGIN; VACUUM a; COMMIT")).containsExactly("TRANSACTION VACUUM a");
    }

    @Test
    void commitsAnAuthorsTransactionThatTheFileDoesNotEnd() {
        assertThat(automatic("BEGIN; INSERT INTO a VALUES (1); INSERT INTO a VALUES (2)"))
                .containsExactly("TRANSACTION INSERT INTO a VALUES (1); INSERT INTO a VALUES (2)");
    }

    @Test
    void keepsSavepointsInTheirTransaction() {
        assertThat(automatic("BEGIN; SAVEPOINT s; INSERT INTO a VALUES (1); ROLLBACK TO s; RELEASE s; COMMIT"))
                .containsExactly("TRANSACTION SAVEPOINT s; INSERT INTO a VALUES (1); ROLLBACK TO s; RELEASE s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BEGIN; INSERT INTO a VALUES (1);\\n ROLLBACK | 2:2
        INSERT INTO a VALUES (1); ROLLBACK         | 1:27
        BEGIN; COMMIT; ROLLBACK; DELETE FROM a     | 1:16
        """)
    void refusesToRecordWhatTheFileTakesBack(String sql, String place) {
        assertThatThrownBy(() -> automatic(sql.replace("\\n", "\n")))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage("cannot run file \"a.sql\": line " + place
                        + ": ROLLBACK takes back what stands before it, and the migration would be recorded without"
                        + " that. Remove it and what it takes back");
    }

    @Test
    void makesSettingsThatATransactionWouldIgnoreBeforeIt() {
        assertThat(automatic("SET foreign_keys = off; CREATE TABLE a (i int); DROP TABLE b; SET foreign_keys = on;"))
                .containsExactly(
                        "(SET foreign_keys = off) TRANSACTION CREATE TABLE a (i int); DROP TABLE b",
                        "(SET foreign_keys = on) SESSION ");
        assertThat(automatic("INSERT INTO a VALUES (1); SET foreign_keys = off; DELETE FROM a"))
                .containsExactly(
                        "TRANSACTION INSERT INTO a VALUES (1)", "(SET foreign_keys = off) TRANSACTION DELETE FROM a");
    }

    @Test
    void sendsSettingsWithTheStatementThatTheyPrecede() {
        assertThat(automatic("SET search_path = x; VACUUM a; SET search_path = y; INSERT INTO a VALUES (1)"))
                .containsExactly(
                        "AUTOCOMMIT SET search_path = x; VACUUM a",
                        "TRANSACTION SET search_path = y; INSERT INTO a VALUES (1)");
    }

    @Test
    void expectsNoTraceOfSettingsAlone() {
        assertThat(automatic("SET search_path = x; RESET search_path"))
                .containsExactly("SESSION SET search_path = x; RESET search_path");
    }

    @Test
    void treatsASettingOfTheTransactionAsAPartOfIt() {
        assertThat(automatic("SET LOCAL lock_timeout = 0; INSERT INTO a VALUES (1)"))
                .containsExactly("TRANSACTION SET LOCAL lock_timeout = 0; INSERT INTO a VALUES (1)");
    }

    @Test
    void sharesNoTransactionWhereTheAuthorWantsNone() {
        assertThat(none("SET search_path = x; CREATE TABLE a (i int); INSERT INTO a VALUES (1); DELETE FROM a;"
                        + " TRUNCATE a; CALL tidy(); VACUUM a"))
                .containsExactly(
                        "AUTOCOMMIT SET search_path = x; CREATE TABLE a (i int)",
                        "TRANSACTION INSERT INTO a VALUES (1)",
                        "TRANSACTION DELETE FROM a",
                        "TRANSACTION TRUNCATE a",
                        "UNCERTAIN CALL tidy()",
                        "AUTOCOMMIT VACUUM a");
    }

    @Test
    void stillRespectsTheAuthorsOwnTransactionsThere() {
        assertThat(none("BEGIN; CREATE TABLE a (i int); INSERT INTO a VALUES (1); COMMIT; CREATE TABLE b (i int)"))
                .containsExactly(
                        "TRANSACTION CREATE TABLE a (i int); INSERT INTO a VALUES (1)",
                        "AUTOCOMMIT CREATE TABLE b (i int)");
    }

    @Test
    void asksForTheStrongestLockOfAUnitAndForgetsItAfterwards() {
        assertThat(plan(
                        "INSERT INTO a VALUES (1); ALTER TABLE a ADD b int; CREATE TABLE c (i int); VACUUM a;"
                                + " INSERT INTO a VALUES (2)",
                        TransactionMode.AUTOMATIC))
                .extracting(Unit::lock)
                .containsExactly(LockMode.BLOCKS_READS_AND_WRITES, LockMode.BLOCKS_DDL, LockMode.BLOCKS_NOTHING);
    }

    private static List<String> automatic(String sql) {
        return shown(sql, TransactionMode.AUTOMATIC);
    }

    private static List<String> none(String sql) {
        return shown(sql, TransactionMode.NONE);
    }

    private static List<String> shown(String sql, TransactionMode mode) {
        SqlSource source = SqlSource.of("a.sql", sql);
        return plan(sql, mode).stream()
                .map(unit -> (unit.prologue().isEmpty() ? "" : "(" + texts(source, unit.prologue()) + ") ")
                        + unit.boundary() + " " + texts(source, unit.statements()))
                .toList();
    }

    private static String texts(SqlSource source, List<Statement> statements) {
        return statements.stream()
                .map(statement -> source.text(statement.span()))
                .collect(Collectors.joining("; "));
    }

    private static List<Unit> plan(String sql, TransactionMode mode) {
        SqlSource source = SqlSource.of("a.sql", sql);
        List<Statement> statements =
                new PostgresDialect().split(source, source.whole()).statements();
        return UnitPlanner.plan(
                source,
                statements,
                mode,
                new FakeEffects(),
                Catalog.unknown(new FakeConventions()),
                FakeEffects.VERSION);
    }
}
