package dev.godwit.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    @Test
    void thePageShowsTheKeysAsTheyAre() throws IOException {
        String wanted = page();
        if (System.getProperty("godwit.docs.update") != null) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    private static String page() {
        var page = new StringBuilder("""
                # Configuration

                Every setting has one name: as option `--max-stall 2s`, as environment variable `GODWIT_MAX_STALL=2s`, and in `godwit.toml` as
                `max-stall = "2s"`. An option wins over the variable, the variable over the file, the file over the default. `godwit.toml` is
                read from the working directory, or from where `--config` says; relative paths in it are relative to the working directory.
                A key that Godwit does not know is an error.

                | key | value | meaning | default |
                |---|---|---|---|
                """);
        for (Key<?> key : Keys.configurable()) {
            page.append(row(key));
        }
        return page.append("""

                Durations are written `500ms`, `2s`, `5m` or `1h`. `config` cannot stand in the file itself.

                **URL.** Where nothing else sets it, `DATABASE_URL` does. It is a JDBC URL or `postgres://`, `postgresql://`, `mysql://`, `mariadb://`,
                `file:` or `sqlite:`. In `godwit.toml`, `${NAME}` in it stands for an environment variable:
                `url = "postgres://app:${DB_PASSWORD}@db/shop"`.

                **Password.** There is no option for it, since others can see the command line of a process, and no key in the file. It comes from
                `GODWIT_PASSWORD`, else from the first line of `password-file`, else from the URL; and where the server wants one, none is set and you
                sit at a terminal, you are asked. Godwit never prints it.

                **Placeholders.** Repeat the option (`--placeholder a=1 --placeholder b=2`), separate pairs by commas in the variable
                (`GODWIT_PLACEHOLDER=a=1,b=2`), or write a table into the file:

                ```toml
                [placeholder]
                a = "1"
                b = "2"
                ```

                All sources are joined; of two values of one name, the stronger source wins.

                **Launcher.** `GODWIT_JAVA` names a Java to use before all others, `GODWIT_JAVA_OPTS` further options for it (`-Xmx1g`), `GODWIT_CACHE` the
                folder of the start-up cache, or `off`. The cache is made in the background by the first run; `GODWIT_PREPARE=now godwit` makes it
                and waits, for example when an image is built.
                """).toString();
    }

    private static String row(Key<?> key) {
        String label =
                key.kind() == Key.Kind.SWITCH ? "true or false" : key.label().replace("|", " or ");
        return "| `" + key.name() + "` | " + label + " | " + key.description() + " | "
                + (key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`") + " |\n";
    }
}
