package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.command.Run.Result;
import dev.godwit.cli.output.Surroundings.TerminalUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RollbackCommandTest {
    @TempDir
    Path folder;

    private Run run = new Run(Path.of(""));

    @BeforeEach
    void migrate() throws IOException {
        run = new Run(folder);
        run.environment.put("GODWIT_URL", "file:" + folder.resolve("app.db"));
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("1_a.sql"), "CREATE TABLE a (id integer);\n");
        Files.writeString(
                migrations.resolve("2_b.sql"), "CREATE TABLE b (id integer);\n-- godwit:down\nDROP TABLE b;\n");
        Files.writeString(
                migrations.resolve("3_c.sql"), "CREATE TABLE c (id integer);\n-- godwit:down\nDROP TABLE c;\n");
        assertThat(run.godwit("migrate").status()).isZero();
    }

    @Test
    void takesTheLastOneBackUnlessToldMore() {
        assertThat(run.godwit("rollback", "--yes").out()).contains("Taking back 1 migration", "  ✓ 3 c ");
        assertThat(run.godwit("status").out()).contains("2 applied, 1 pending");
    }

    @Test
    void takesBackTwoStepsOrToAVersion() {
        assertThat(run.godwit("rollback", "--yes", "--steps", "2").out()).contains("Took back 2 migrations");
        run.godwit("migrate");
        assertThat(run.godwit("rollback", "--yes", "--to", "1").out()).contains("Took back 2 migrations");
    }

    @Test
    void refusesToAskWhereNobodyCanAnswer() {
        Result refused = run.godwit("rollback");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("this is no terminal", "--yes");
        assertThat(run.godwit("status").out()).contains("3 migrations: 3 applied.");
    }

    @Test
    void showsWhatWillBeDoneAndAsks() {
        run.on(TerminalUse.INTERACTIVE);
        run.answers.add("n");

        Result declined = run.godwit("rollback", "--steps", "2");

        assertThat(declined.out())
                .containsSubsequence("3 c", "DROP TABLE c", "2 b", "DROP TABLE b", "Nothing was changed.");
        assertThat(run.questions).singleElement().asString().endsWith("Take back? [y/N] ");
        assertThat(declined.status()).isEqualTo(1);
        assertThat(run.godwit("status").out()).contains("3 migrations: 3 applied.");
    }

    @Test
    void goesOnWhenTheAnswerIsYesAndNotAtTheEndOfInput() {
        run.on(TerminalUse.INTERACTIVE);
        assertThat(run.godwit("rollback").status()).isEqualTo(1);
        run.answers.add("Y");

        assertThat(run.godwit("rollback").out()).contains("Took back 1 migration");
    }

    @Test
    void saysWhichMigrationHasNoWayBackAndChangesNothing() {
        Result refused = run.godwit("rollback", "--to", "0", "--yes");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("1_a.sql").contains("no way back");
        assertThat(run.godwit("status").out()).contains("3 migrations: 3 applied.");
    }

    @Test
    void showsADryRunWithoutAsking() {
        assertThat(run.godwit("rollback", "--dry-run").out())
                .startsWith("Would take back 1 migration:")
                .contains("DROP TABLE c")
                .endsWith("Nothing was changed.\n");
    }

    @Test
    void refusesStepsTogetherWithAVersion() {
        assertThat(run.godwit("rollback", "--steps", "1", "--to", "1").err()).contains("say it twice");
        assertThat(run.godwit("rollback", "--steps", "0").err()).contains("\"0\" is not a count");
    }
}
