package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitAndNewTest {
    @TempDir
    Path folder;

    @Test
    void initWritesAFileThatCanBeUsedAtOnce() throws IOException {
        var run = new Run(folder);
        String url = "file:" + folder.resolve("shop.db");

        assertThat(run.godwit("init", "--url", url, "--dir", "db").out().replace(folder.toString(), "."))
                .isEqualTo("./godwit.toml\n./db\n");

        assertThat(Files.readString(folder.resolve("godwit.toml")))
                .contains("\nurl = \"" + url + "\"\n", "\ndir = \"db\"\n", "\n# max-stall = \"500ms\"\n");
        assertThat(run.godwit("new", "first").status()).isZero();
        assertThat(run.godwit("status").out()).contains("1 migration: 1 pending.");
    }

    @Test
    void everyKeyOfTheWrittenFileIsKnown() throws IOException {
        var run = new Run(folder);
        run.godwit("init");
        Path file = folder.resolve("godwit.toml");
        String all = Files.readString(file)
                .replaceAll("(?m)^# (\\S+ = )", "$1")
                .replaceAll("(?m)^(\\S+) = \"\"$", "$1 = \"x\"");

        Files.writeString(file, all);

        // The file is read before the password file, which is not there, is looked for.
        assertThat(run.godwit("status").err()).startsWith("error: cannot read password file \"x\"");
    }

    @Test
    void initNeverOverwrites() throws IOException {
        var run = new Run(folder);
        Files.writeString(folder.resolve("godwit.toml"), "mine");

        assertThat(run.godwit("init").out()).contains("godwit.toml is there already and was left as it is.");
        assertThat(folder.resolve("godwit.toml")).hasContent("mine");
    }

    @Test
    void initWritesNoPassword() throws IOException {
        new Run(folder).godwit("init", "--url", "postgres://app:geheim@db:5432/shop");

        assertThat(Files.readString(folder.resolve("godwit.toml")))
                .contains("url = \"postgres://app@db:5432/shop\"")
                .doesNotContain("geheim");
    }

    @Test
    void dryRunsWriteNothing() {
        var run = new Run(folder);

        assertThat(run.godwit("init", "--dry-run").out()).endsWith("Nothing was written.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void newPrintsThePathOfAFileNamedByTheClock() {
        var run = new Run(folder);

        String out = run.godwit("new", "Add phone").out();

        assertThat(out).startsWith(folder + "/migrations/20260115093000_").endsWith(".sql\n");
        assertThat(Path.of(out.strip())).exists();
    }
}
