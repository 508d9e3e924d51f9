package dev.godwit.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GooseTest {
    @TempDir
    Path directory = Path.of("set by JUnit");

    private MigrationFolder read(String text) {
        return new TestFolder(directory)
                .with("00001_x.sql", text)
                .read(new GooseFormat(), Map.of("NAME", "foo", "EMPTY", ""));
    }

    @Test
    void cutsDirectionsAndStatements() {
        Migration migration = TestFolder.only(read("""
                -- a comment
                -- +goose NO TRANSACTION
                -- +goose Up
                a; b;
                -- +goose StatementBegin
                CREATE FUNCTION f() AS 'x;y';
                -- +goose StatementEnd
                c;
                -- +goose Down
                d;
                """));
        assertThat(migration.id().value()).isEqualTo("1");
        assertThat(migration.transactionMode()).isEqualTo(Migration.TransactionMode.NONE);
        assertThat(TestFolder.text(migration.up()))
                .isEqualTo("SPLIT:a; b;\n|SINGLE:CREATE FUNCTION f() AS 'x;y';\n|SPLIT:c;\n");
        assertThat(TestFolder.text(migration.down().orElseThrow())).isEqualTo("SPLIT:d;\n");
    }

    @Test
    void putsEnvironmentVariablesInWhereTheFileAsksForIt() {
        Migration migration = TestFolder.only(read("""
                -- +goose Up
                '$NAME';
                -- +goose ENVSUB ON
                $NAME ${NAME}x ${GONE:-d} ${EMPTY:-e} ${EMPTY-f} $GONE. $1 AS $$ größe
                -- +goose ENVSUB OFF
                '${NAME}';
                """));
        assertThat(TestFolder.text(migration.up()))
                .isEqualTo("SPLIT:'$NAME';\n|SPLIT:foo foox d e  . $1 AS $$ größe\n|SPLIT:'${NAME}';\n");
    }

    @Test
    void namesTheLineOfAVariableThatCannotBePutIn() {
        assertThat(TestFolder.problems(read("-- +goose ENVSUB ON\n-- +goose Up\n\n${NAME:1:2}\n")))
                .singleElement()
                .asString()
                .startsWith("00001_x.sql: line 4: \"${NAME:1:2}\" is not understood");
        assertThat(TestFolder.problems(read("-- +goose ENVSUB ON\n-- +goose Up\n${GONE:?why}\n")))
                .singleElement()
                .asString()
                .contains("line 3: environment variable \"GONE\" is not set");
    }

    @Test
    void namesAnnotationsThatMakeNoSense() {
        assertThat(problem("SELECT 1;")).contains("there are statements before \"-- +goose Up\"");
        assertThat(problem("-- +goose Up\n-- +goose Up\n")).contains("line 2: there is a second");
        assertThat(problem("-- +goose Down\n")).contains("line 1: \"-- +goose Down\" does not follow");
        assertThat(problem("-- +goose Up\n-- +goose StatementBegin\nx")).contains("has no end");
        assertThat(problem("-- +goose Up\n-- +goose StatementEnd\nx")).contains("line 2: nothing began");
        assertThat(problem("-- +goose Up\n-- +goose STATEMENT\n")).contains("line 2: goose knows no");
    }

    private String problem(String text) {
        return TestFolder.problems(read(text)).getFirst();
    }

    @Test
    void cannotRunGoCode() {
        MigrationFolder read = new TestFolder(directory)
                .with("00002_code.go", "")
                .with("00002_code_test.go", "")
                .with("embed.go", "")
                .with("0_zero.sql", "-- +goose Up")
                .read(new GooseFormat());
        assertThat(TestFolder.problems(read))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("00002_code.go: Go migrations cannot be run by Godwit"),
                        second -> assertThat(second).startsWith("0_zero.sql: goose knows no version 0"));
    }

    @Test
    void takesTheNewestRowOfAVersion() {
        MigrationFolder folder = read("-- +goose Up\n");
        Migration migration = TestFolder.only(folder);
        HistoryStore history = new GooseFormat().history(TestDatabase.SETTINGS);
        String rows = "SELECT version_id, is_applied FROM goose_db_version ORDER BY id";
        try (Session session = TestDatabase.open()) {
            history.create(session);
            history.create(session);
            assertThat(TestDatabase.rows(session, rows)).containsExactly("0,1");
            history.applied(session, migration, Duration.ZERO);
            session.execute("INSERT INTO goose_db_version (version_id, is_applied) VALUES (2, 1), (2, 0)");
            assertThat(TestDatabase.history(history, session, folder)).containsExactly("1 APPLIED");
            assertThat(history.read(session, folder).entries().getFirst().at())
                    .hasValueSatisfying(
                            at -> assertThat(at).isBefore(Instant.now().plusSeconds(60)));
            history.reverted(session, migration, Optional.empty());
            assertThat(TestDatabase.rows(session, rows)).containsExactly("0,1", "2,1", "2,0");
        }
    }
}
