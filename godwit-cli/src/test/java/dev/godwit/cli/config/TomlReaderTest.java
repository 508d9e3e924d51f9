package dev.godwit.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.godwit.core.db.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TomlReaderTest {
    @Test
    void readsTextsNumbersSwitchesTablesAndComments() {
        String text = """
                # a comment
                url = "file:a.db" # another
                dir='C:\\data'

                connect-retries = 1_000
                quiet = true
                placeholder.region = "eu"

                [placeholder]
                "a name" = "tab\\tquote\\" \\u00e9 \\U0001F426"
                """;

        assertThat(TomlReader.read("godwit.toml", text))
                .containsExactly(
                        new TomlEntry(List.of("url"), "file:a.db", 2),
                        new TomlEntry(List.of("dir"), "C:\\data", 3),
                        new TomlEntry(List.of("connect-retries"), "1000", 5),
                        new TomlEntry(List.of("quiet"), "true", 6),
                        new TomlEntry(List.of("placeholder", "region"), "eu", 7),
                        new TomlEntry(List.of("placeholder", "a name"), "tab\tquote\" é 🐦", 10));
    }

    @Test
    void readsWindowsLineEndsAByteOrderMarkAndNothing() {
        assertThat(TomlReader.read("f", "\uFEFFa = 1\r\nb = 2\r\n"))
                .containsExactly(new TomlEntry(List.of("a"), "1", 1), new TomlEntry(List.of("b"), "2", 2));
        assertThat(TomlReader.read("f", "")).isEmpty();
    }

    @Test
    void namesTheLineOfWhatItCannotRead() {
        assertRefused("a = 1\nb = [1]", "line 2: the value is neither");
        assertRefused("a = 1.5", "line 1: the value is neither");
        assertRefused("a = 1979-05-27", "line 1: the value is neither");
        assertRefused("a = \"open\nb = 1", "line 1: the text is not closed");
        assertRefused("a = \"\"\"x\"\"\"", "line 1: a text over several lines");
        assertRefused("a = \"\\x\"", "line 1: \\x is no escape");
        assertRefused("a = \"\\uZZZZ\"", "line 1: \\u is followed by");
        assertRefused("\n\na 1", "line 3: a key is followed by =");
        assertRefused("a = 1 b = 2", "line 1: the line goes on");
        assertRefused("[a\nb = 1", "line 1: a table's name ends with ]");
        assertRefused("= 1", "line 1: a key is expected");
        assertRefused("a = 1\na = 2", "line 2: the key \"a\" is set twice");
    }

    private static void assertRefused(String text, String why) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TomlReader.read("godwit.toml", text))
                .withMessageStartingWith("cannot read configuration \"godwit.toml\": " + why);
    }
}
