package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.output.Surroundings.TerminalUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintCommandTest {
    @TempDir
    private Path folder;

    private Run run;

    @BeforeEach
    void makeFiles() throws IOException {
        run = new Run(folder);
        write("migrations/1_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);\n");
        write("migrations/2_odd.sql", "ALTER TABLE users ADD COLUMN phone text;\n\tFROBNICATE users;\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    private String shown(String text) {
        return text.replace(folder + "/", "");
    }

    @Test
    void showsPlaceLineMarkReasonAndPage() {
        Run.Result result = run.godwit("lint", "--server", "postgres:16");

        assertThat(result.err()).isEmpty();
        assertThat(shown(result.out())).isEqualTo("""
            warning[cannot-analyse]: A statement that cannot be judged
              --> migrations/2_odd.sql:2:2
               |
             2 | \tFROBNICATE users;
               | \t^^^^^^^^^^^^^^^^
               = what: cannot tell what this does: no statement of PostgreSQL begins with "FROBNICATE"
               = why: it may take any lock and lose anything
               = more: godwit explain cannot-analyse

            1 warning in 2 files with 3 statements.
            """);
        assertThat(result.status()).isZero();
    }

    @Test
    void usesColoursOnATerminal() {
        assertThat(run.on(TerminalUse.OUTPUT).godwit("lint").out())
                .contains("\u001b[33mwarning[cannot-analyse]\u001b[0m");
        assertThat(run.godwit("lint", "--no-color").out())
                .contains("warning[cannot-analyse]: ")
                .doesNotContain("\u001b[33m");
    }

    @Test
    void endsWithOneFromTheSeverityOnThatIsAskedFor() {
        assertThat(run.godwit("lint").status()).isZero();
        assertThat(run.godwit("lint", "--fail-on", "warn").status()).isEqualTo(1);
        assertThat(run.godwit("lint", "--fail-on", "info").status()).isEqualTo(1);
        assertThat(run.godwit("lint", "--fail-on", "none").status()).isZero();
        assertThat(run.godwit("lint", "--fail-on", "all").status()).isEqualTo(2);
    }

    @Test
    void saysOnceWhichServerItTookForWantOfAName() {
        assertThat(run.godwit("lint").err())
                .isEqualTo("note: judged for PostgreSQL 18; name your server with --server PRODUCT:VERSION\n");
        assertThat(run.godwit("lint", "--server", "mysql").err()).contains("judged for MySQL", "mysql:VERSION");
        assertThat(run.godwit("lint", "--server", "mysql:8.0").err()).isEmpty();
        assertThat(run.godwit("lint", "--quiet").err()).isEmpty();
    }

    @Test
    void takesTheProductOfTheUrlOrOfTheFolder() throws IOException {
        run.environment.put("DATABASE_URL", "mysql://app@localhost/shop");
        assertThat(run.godwit("lint", "--output", "json").out()).contains("\"product\" : \"mysql\"");
        run.environment.clear();
        write("drizzle/meta/_journal.json", "{ \"version\": \"7\", \"dialect\": \"sqlite\", \"entries\": [] }");
        write("drizzle/0000_a.sql", "SELECT 1;\n");
        assertThat(run.godwit("lint", "drizzle", "--format", "native", "--output", "json")
                        .out())
                .contains("\"product\" : \"sqlite\"", "\"assumed\" : true");
    }

    @Test
    void refusesServersThatItDoesNotKnow() {
        assertThat(run.godwit("lint", "--server", "postgres:9").err())
                .isEqualTo(
                        "error: cannot judge for server \"postgres:9\": PostgreSQL \"9\" is not known. Known are 10 to"
                                + " 18.\n");
        assertThat(run.godwit("lint", "--server", "postgre:16").err())
                .contains("there is no product \"postgre\". Did you mean \"postgres\"? Known are postgres (10 to 18);"
                        + " mysql (");
        assertThat(run.godwit("lint", "--server", "postgres:16", "--url", "file:x.db")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void readsFilesInTheOrderGivenAndStandardInput() throws IOException {
        write("b.sql", "SELECT 1;\n");
        write("a.sql", "FROBNICATE a;\nSELECT 1;\n");
        assertThat(shown(run.godwit("lint", "b.sql", "a.sql", "--output", "github")
                        .out()))
                .startsWith(
                        "::warning file=a.sql,line=1,endLine=1,col=1,endColumn=13,title=godwit%3A cannot-analyse::");
        assertThat(run.reading("SELECT 1;\nFROBNICATE b;")
                        .godwit("lint", "--stdin")
                        .out())
                .contains("  --> <stdin>:2:1\n");
        assertThat(run.godwit("lint", "--stdin", "a.sql").status()).isEqualTo(2);
        assertThat(run.godwit("lint", "a.sql", "migrations").err()).contains("it is a folder");
    }

    @Test
    void saysOfWhatIsNoSqlOnlyThat() throws IOException {
        write("notes.txt", "These are notes.\nThey are not SQL; not at all.\n");
        write("latin.sql", "");
        Files.write(folder.resolve("latin.sql"), new byte[] {'-', '-', ' ', (byte) 0xE9, '\n'});
        assertThat(shown(run.godwit("lint", "notes.txt").err()))
                .isEqualTo("error: cannot read file \"notes.txt\": there is no SQL in it. Name files of SQL only\n");
        assertThat(run.godwit("lint", "notes.txt").status()).isEqualTo(1);
        assertThat(run.godwit("lint", "latin.sql").err()).contains("line 1:4: it is not UTF-8 text");
        assertThat(run.godwit("lint", "gone.sql").err()).contains("there is no such file");
    }

    @Test
    void shortensLongLinesAroundTheMark() throws IOException {
        write("long.sql", "SELECT '" + "x".repeat(500) + "'; FROBNICATE a;");
        assertThat(run.godwit("lint", "long.sql").out())
                .contains("x'; FROBNICATE a;\n", "^^^^^^^^^^^^\n")
                .doesNotContain("SELECT");
    }

    @Test
    void letsNothingFromAFileMoveTheCursor() throws IOException {
        write("odd.sql", "FROBNICATE /* \u001b[2J */ a;\nSELECT 1;");
        assertThat(run.godwit("lint", "odd.sql").out()).contains("/* ?[2J */").doesNotContain("\u001b");
    }

    @Test
    void readsLevelsOfTheConfiguration() throws IOException {
        write("godwit.toml", "[lint.rules]\ncannot-analyse = \"error\"\n");
        assertThat(run.godwit("lint").status()).isEqualTo(1);
        assertThat(run.godwit("lint").out()).contains("error[cannot-analyse]", "1 error in 2 files");
        write(
                "godwit.toml",
                "[lint.rules]\ncannot-analyse = \"error\"\n[lint.paths.\"migrations/2_*\"]\nall = \"off\"\n");
        assertThat(run.godwit("lint").out()).startsWith("Nothing found in 2 files");
        write("godwit.toml", "[lint.rules]\ntool = \"info\"\n");
        assertThat(run.godwit("lint").out()).contains("note[cannot-analyse]");
    }

    @Test
    void namesTheLineOfWhatItCannotReadThere() throws IOException {
        assertWrong(
                "[lint.rules]\ncannot-analyze = \"error\"\n",
                "cannot read key \"lint.rules.cannot-analyze\" in godwit.toml, line 2: there is no rule"
                        + " \"cannot-analyze\". Did you mean \"cannot-analyse\"?");
        assertWrong("[lint.rules]\ncannot-analyse = \"fatal\"\n", "line 2: \"fatal\" is no level");
        assertWrong("[lint.paths.\"a[\"]\nall = \"off\"\n", "line 2: \"a[\" is no glob");
        assertWrong("[lint.rulez]\nx = \"off\"\n", "line 2: there is no such key");
    }

    private void assertWrong(String toml, String message) throws IOException {
        write("godwit.toml", toml);
        Run.Result result = run.godwit("lint");
        assertThat(result.err()).contains(message);
        assertThat(result.status()).isEqualTo(2);
    }

    @Test
    void doesNotTellAgainWhatABaselineHolds() throws IOException {
        assertThat(run.godwit("lint", "--baseline", "known.json", "--write-baseline")
                        .out())
                .contains("Wrote 1 finding to ");
        assertThat(run.godwit("lint", "--baseline", "known.json").out())
                .isEqualTo("Nothing found in 2 files with 3 statements, 1 allowed.\n");
        write("migrations/2_odd.sql", "-- moved\n\nFROBNICATE  users;\nFROBNICATE users;\nSELECT 1;\n");
        assertThat(run.godwit("lint", "--baseline", "known.json").out())
                .contains("2_odd.sql:4:1", "1 warning in 2 files with 4 statements, 1 allowed.");
        assertThat(run.godwit("lint", "--write-baseline").err()).contains("Name it with --baseline FILE");
        assertThat(run.godwit("lint", "--baseline", "none.json").err()).contains("Make it with --write-baseline");
        write("known.json", "{ \"findings\" : [ 1 ] }");
        write("bad.json", "no");
        assertThat(run.godwit("lint", "--baseline", "bad.json").err())
                .contains("it is not what --write-baseline writes");
    }

    @Test
    void listsRulesAndExplainsThem() {
        assertThat(run.godwit("rules").out())
                .contains(
                        "cannot-analyse", "warn", "postgres mysql mariadb sqlite", "A statement that cannot be judged");
        assertThat(run.godwit("rules", "--output", "json").out())
                .contains("\"id\" : \"cannot-analyse\"", "\"severity\" : \"warn\"");
        assertThat(run.godwit("explain", "cannot-analyse").out())
                .startsWith("# cannot-analyse\n")
                .contains("## Safer way");
        assertThat(run.godwit("explain", "cannot-analise").err())
                .contains("Did you mean `godwit explain cannot-analyse`?");
        assertThat(run.godwit("explain").status()).isEqualTo(2);
        assertThat(run.godwit("rules", "--output", "sarif").err()).contains("only godwit lint does");
    }

    @Test
    void migrateStopsAtAnErrorUnlessToldNotToLook() throws IOException {
        write(
                "godwit.toml",
                "url = \"file:" + folder.resolve("shop.db") + "\"\n[lint.rules]\ncannot-analyse = \"error\"\n");
        write("migrations/2_odd.sql", "PRAGMA user_version = 3;\nFROBNICATE users;\n");
        Run.Result stopped = run.godwit("migrate");
        assertThat(stopped.err())
                .contains("error[cannot-analyse]", "2_odd.sql:2:1", "error: cannot migrate: one statement would stop");
        assertThat(stopped.status()).isEqualTo(1);
        assertThat(run.godwit("status").out()).contains("2 pending");
        assertThat(run.godwit("migrate", "--output", "json").out())
                .contains("\"code\" : \"unsafe_plan\"", "\"rule\" : \"cannot-analyse\"");
        Run.Result dry = run.godwit("migrate", "--dry-run");
        assertThat(dry.out()).contains("error[cannot-analyse]", "Would apply 2 migrations:", "Nothing was changed.");
        assertThat(run.godwit("migrate", "--no-lint").err())
                .contains("FROBNICATE")
                .doesNotContain("cannot-analyse");
        write("migrations/2_odd.sql", """
                PRAGMA user_version = 3;
                -- godwit:allow cannot-analyse -- let the database tell
                FROBNICATE users;
                """);
        assertThat(run.godwit("migrate").err()).contains("FROBNICATE").doesNotContain("cannot-analyse");
    }

    @Test
    void asksTheDatabaseHowLargeItsTablesAreAndJudgesWhatIsPending() throws IOException {
        String url = "file:" + folder.resolve("shop.db");
        write("shop/1_tables.sql", """
            CREATE TABLE few (id integer PRIMARY KEY, name text);
            CREATE TABLE many (id integer PRIMARY KEY, name text);
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
            INSERT INTO many SELECT i, 'a name that takes a little room on its page, number ' || i FROM n;
            """);
        assertThat(run.godwit("migrate", "--url", url, "--dir", "shop", "--no-lint")
                        .status())
                .isZero();
        write("shop/2_fill.sql", "UPDATE few SET name = '';\nUPDATE many SET name = '' WHERE name IS NULL;\n");

        Run.Result live = run.godwit("lint", "shop", "--url", url);

        assertThat(live.out())
                .contains("[unbatched-backfill]", "2_fill.sql:2:1", "in 1 file with 2 statements.")
                .doesNotContain("2_fill.sql:1:1");
        assertThat(live.err()).isEmpty();
        assertThat(run.godwit("lint", "shop", "--server", "sqlite").out()).contains("2_fill.sql:1:1", "2_fill.sql:2:1");
        write("loose.sql", "UPDATE few SET name = '';\n");
        assertThat(run.godwit("lint", "loose.sql", "--url", url).out())
                .isEqualTo("Nothing found in 1 file with 1 statement.\n");
    }
}
