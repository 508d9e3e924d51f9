package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangedFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeRepository() throws IOException, InterruptedException {
        assumeTrue(git("--version") == 0, "git is not installed");
        Files.createDirectories(folder.resolve("migrations"));
        write("1_old.sql", "FROBNICATE a;\nSELECT 1;\n");
        write("2_edited.sql", "SELECT 1;\n");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        write("2_edited.sql", "FROBNICATE b;\nSELECT 1;\n");
        write("3_new.sql", "FROBNICATE c;\nSELECT 1;\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("migrations").resolve(name), text);
    }

    private int git(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void onlyWhatHasChangedSinceARevisionIsTold() {
        String out = new Run(folder).godwit("lint", "--since", "HEAD").out();

        assertThat(out).contains("2_edited.sql:1:1", "3_new.sql:1:1", "2 warnings in 2 files with 4 statements.");
        assertThat(out).doesNotContain("1_old.sql");
    }

    @Test
    void saysWhichRevisionOrRepositoryIsMissing(@TempDir Path elsewhere) {
        Run.Result result = new Run(folder).godwit("lint", "--since", "no-such-branch");
        assertThat(result.err()).contains("cannot find revision \"no-such-branch\"");
        assertThat(result.status()).isEqualTo(2);
        assertThat(new Run(folder).godwit("lint", "--since", "--output=x").status())
                .isEqualTo(2);
        assertThat(new Run(elsewhere).godwit("lint", "--since", "HEAD").err()).contains("cannot find the repository");
    }
}
