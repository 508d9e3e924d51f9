package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.command.Run.Result;
import dev.godwit.cli.output.Surroundings.TerminalUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineToolTest {
    @TempDir
    Path folder;

    private Run run = new Run(Path.of(""));

    @BeforeEach
    void writeMigrations() throws IOException {
        run = new Run(folder);
        run.environment.put("DATABASE_URL", "file:" + folder.resolve("app.db"));
        Files.createDirectory(folder.resolve("migrations"));
        write("1_users.sql", "CREATE TABLE users (id integer PRIMARY KEY);\n-- godwit:down\nDROP TABLE users;\n");
        write(
                "2_phone.sql",
                "-- godwit:allow-file missing-rollback -- harmless\nALTER TABLE users ADD COLUMN phone text;\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("migrations").resolve(name), text);
    }

    @Test
    void tellsEachMigrationWithItsTimeAndSumsUp() {
        Result first = run.godwit("migrate");

        assertThat(masked(first.out())).isEqualTo("""
            Applying 2 migrations on file:FOLDER/app.db
              ✓ 1 users TIME
              ✓ 2 phone TIME
            Applied 2 migrations in TIME.
            """);
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(run.godwit("migrate").out()).isEqualTo("Nothing to do: all 2 migrations are applied.\n");
    }

    @Test
    void writesAsciiWhereTheTerminalHasNoMore() {
        assertThat(run.in(StandardCharsets.US_ASCII).godwit("migrate").out())
                .contains("  ok 1 users ")
                .isASCII();
    }

    @Test
    void coloursOnATerminalUnlessToldNotTo() {
        run.on(TerminalUse.OUTPUT);

        assertThat(run.godwit("migrate", "--to", "1").out()).contains("\u001b[32m✓\u001b[0m 1 users");
        assertThat(run.godwit("migrate", "--no-color").out())
                .contains("  ✓ 2 phone")
                .doesNotContain("\u001b[32m");
    }

    @Test
    void saysNothingWhenQuiet() {
        assertThat(run.godwit("migrate", "--quiet").out()).isEmpty();
    }

    @Test
    void showsTheStatementsOfADryRunAndChangesNothing() {
        Result dry = run.godwit("migrate", "--dry-run");

        assertThat(dry.out()).isEqualTo("""
            Would apply 2 migrations:

              1 users
                in one transaction:
                  CREATE TABLE users (id integer PRIMARY KEY)

              2 phone
                in one transaction:
                  ALTER TABLE users ADD COLUMN phone text

            Nothing was changed.
            """);
        assertThat(run.godwit("status").out()).contains("2 migrations: 2 pending.");
    }

    @Test
    void showsTheStatusAsATable() {
        run.godwit("migrate", "--to", "1");

        Result status = run.godwit("status");

        assertThat(masked(status.out()).lines().skip(1).map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "",
                        " migration state applied took way back",
                        " 1 users applied 2026-01-15 09:30:00Z TIME yes",
                        " 2 phone pending – – no",
                        "",
                        "2 migrations: 1 applied, 1 pending.");
        assertThat(status.status()).isZero();
    }

    @Test
    void writesOneJsonDocument() {
        assertThat(masked(run.godwit("migrate", "--output", "json").out())).isEqualTo("""
            {
              "direction" : "up",
              "dryRun" : false,
              "migrations" : [ {
                "id" : "1",
                "description" : "users",
                "file" : "1_users.sql",
                "durationMillis" : N
              }, {
                "id" : "2",
                "description" : "phone",
                "file" : "2_phone.sql",
                "durationMillis" : N
              } ],
              "upToDate" : 0,
              "durationMillis" : N,
              "findings" : [ ]
            }
            """);
        assertThat(run.godwit("migrate", "--output", "json").out()).contains("\"dryRun\" : false", "\"upToDate\" : 2");
    }

    @Test
    void writesTheUnitsOfADryRunAsJson() {
        assertThat(run.godwit("migrate", "--to", "1", "--dry-run", "--output", "json")
                        .out())
                .containsSubsequence(
                        "\"units\" : [ {",
                        "\"transaction\" : true,",
                        "\"statements\" : [ \"CREATE TABLE users (id integer PRIMARY KEY)\" ]");
    }

    @Test
    void writesTheStatusAsJson() {
        run.godwit("migrate", "--to", "1");

        assertThat(masked(run.godwit("status", "--output=json").out()))
                .contains("\"product\" : \"sqlite\"", "\"state\" : \"applied\"", "\"state\" : \"pending\"")
                .contains("\"appliedAt\" : \"2026-01-15T09:30:00Z\"", "\"appliedAt\" : null")
                .contains("\"wayBack\" : true", "\"wayBack\" : false", "\"problems\" : [ ]");
    }

    @Test
    void writesAnErrorAsJsonWithWhatWasFinishedBefore() throws IOException {
        write("3_broken.sql", "SELECT nothing;\n");

        Result failed = run.godwit("migrate", "--output", "json");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out())
                .startsWith("{\n  \"error\" : {\n    \"code\" : \"step_failed\",\n    \"exitStatus\" : 1,\n")
                .contains("3_broken.sql:1:8", "\"id\" : \"1\"", "\"id\" : \"2\"")
                .doesNotContain("\"id\" : \"3\"", "stackTrace");
        assertThat(run.godwit("migrate", "--output", "json", "--stacktrace").out())
                .contains("\"stackTrace\" : \"dev.");
    }

    @Test
    void tellsAnErrorOnStandardErrorAndTheStackTraceOnlyWhenAsked() throws IOException {
        write("3_broken.sql", "SELECT nothing;\n");

        Result failed = run.godwit("migrate");

        assertThat(failed.out()).contains("  ✗ 3 broken ");
        assertThat(failed.err())
                .startsWith("error: cannot run migration \"3 broken\": ")
                .doesNotContain("\tat ");
        assertThat(run.godwit("migrate", "--stacktrace").err()).contains("\tat dev.godwit.");
    }

    @Test
    void endsWithTwoWhenTheCommandLineIsWrong() {
        assertUsage(run.godwit("migrate", "--urk"), "there is no option \"--urk\"");
        assertUsage(run.godwit("migrat"), "there is no such command. Did you mean `godwit migrate`?");
        assertUsage(run.godwit("--dir", "x", "migrate"), "options come after the command");
        assertUsage(run.godwit("migrate", "--url", "oracle://db/shop"), "scheme \"oracle\"");
        assertUsage(run.godwit("demo", "--engine", "oracle"), "there is no such engine");
        assertThat(run.godwit("migrate", "--urk", "--output", "json").out()).contains("\"invalid_configuration\"");
        assertThat(run.godwit().status()).isEqualTo(2);
    }

    private static void assertUsage(Result result, String why) {
        assertThat(result.err()).startsWith("error: cannot ").contains(why);
        assertThat(result.out()).isEmpty();
        assertThat(result.status()).isEqualTo(2);
    }

    @Test
    void printsHelpAndVersion() {
        assertThat(run.godwit("--help").out())
                .startsWith("Usage: godwit COMMAND")
                .contains("  migrate    Apply");
        assertThat(run.godwit("help", "status").out()).startsWith("Usage: godwit status");
        assertThat(run.godwit("status", "--help").out()).startsWith("Usage: godwit status");
        assertThat(run.godwit("--version").out()).startsWith("godwit ");
    }

    @Test
    void validatesWithStatusOneWhenSomethingIsWrong() throws IOException {
        assertThat(run.godwit("validate")).isEqualTo(new Result(0, "No problem found.\n", ""));
        write("nonsense.sql", "SELECT 1;\n");

        Result result = run.godwit("validate");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).startsWith("  ✗ nonsense.sql: ").endsWith("1 problem found.\n");
    }

    @Test
    void recordsABaselineWithoutRunningIt() {
        assertThat(run.godwit("baseline", "--to", "1", "--dry-run").out())
                .isEqualTo("Would record 1 migration as applied. Nothing was changed.\n");
        assertThat(run.godwit("baseline", "--to", "1").out())
                .isEqualTo("Recorded 1 migration as applied; none was run.\n");
        assertThat(run.godwit("migrate").err()).contains("no such table: users");
    }

    @Test
    void resolvesOnlyOneWay() {
        assertUsage(run.godwit("resolve"), "exactly one of --applied and --rolled-back");
        assertUsage(run.godwit("resolve", "--applied", "1", "--rolled-back", "1"), "exactly one of");
        assertThat(run.godwit("resolve", "--applied", "1").out()).isEqualTo("Recorded 1 as applied.\n");
        assertThat(run.godwit("resolve", "--rolled-back", "1", "--dry-run").out())
                .isEqualTo("Would record 1 as taken back: it is pending again. Nothing was changed.\n");
        assertThat(run.godwit("status").out()).contains("1 applied, 1 pending");
    }

    private String masked(String text) {
        return text.replace(folder.toString(), "FOLDER")
                .replaceAll(" +\\d+ ms| +\\d+\\.\\d s", " TIME")
                .replaceAll("\"durationMillis\" : \\d+", "\"durationMillis\" : N");
    }
}
