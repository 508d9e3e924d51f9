package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.command.Run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever the password comes from and whatever goes wrong, it is never printed. */
final class PasswordTest {
    private static final String SECRET = "s3cr3t-Päß w0rd";
    private static final String ENCODED = "s3cr3t-P%C3%A4%C3%9F%20w0rd";

    @TempDir
    Path folder;

    @Test
    void isHiddenInEveryOutputOfACommandThatCannotConnect() throws IOException {
        Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/1_a.sql"), "SELECT 1;");
        Files.writeString(folder.resolve("secret.txt"), SECRET + "\n");

        for (String scheme : List.of("postgres", "mysql", "mariadb", "jdbc:postgresql", "jdbc:mysql", "oracle")) {
            assertHidden(scheme + "://app:" + ENCODED + "@127.0.0.1:1/shop");
            assertHidden(scheme + "://127.0.0.1:1/shop?user=app&password=" + ENCODED);
            assertHidden(scheme + "://app@127.0.0.1:1/shop", "--password-file", "secret.txt");
        }
    }

    @Test
    void isHiddenWhenItStandsWhereItShouldNot() throws IOException {
        var run = new Run(folder);
        String url = "postgres://app:" + ENCODED + "@db/shop";
        assertHidden(run.godwit("migrate", url));
        assertHidden(run.godwit("migrate", "--to=" + url, "--url"));
        assertHidden(run.godwit(url));
        assertHidden(run.godwit("migrate", "--max-stall", url));
        assertHidden(run.godwit("migrate", "--placeholder", url));
        run.environment.put("DATABASE_URL", "app:" + SECRET + "@nowhere");
        assertHidden(run.godwit("migrate", "--stacktrace"));
        Files.writeString(folder.resolve("godwit.toml"), "urll = \"" + url + "\"");
        assertHidden(run.godwit("migrate"));
        Files.writeString(folder.resolve("godwit.toml"), "url = \"" + url);
        assertHidden(run.godwit("migrate"));
    }

    @Test
    void isAskedForOnlyAtATerminal() {
        var run = new Run(folder);

        run.godwit("status", "--url", "postgres://app@127.0.0.1:1/shop");

        assertThat(run.questions).isEmpty();
    }

    private void assertHidden(String url, String... more) {
        for (String output : List.of("text", "json")) {
            var run = new Run(folder);
            List<String> arguments = Stream.concat(
                            Stream.of("migrate", "--stacktrace", "--url", url, "--output", output), Stream.of(more))
                    .toList();
            assertHidden(run.godwit(arguments.toArray(String[]::new)));
        }
    }

    private static void assertHidden(Result result) {
        assertThat(result.status()).isNotZero();
        assertThat(result.out() + result.err())
                .doesNotContain(SECRET, ENCODED, "s3cr3t", "w0rd")
                .containsAnyOf("cannot ", "\"error\"");
    }
}
