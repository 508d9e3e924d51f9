package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.godwit.core.db.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArgumentParserTest {
    private static final CommandInfo MIGRATE = new MigrateCommand().info();
    private static final CommandInfo NEW = new NewCommand().info();

    @Test
    void readsOptionsWithSpaceOrEqualsSignAndSwitches() {
        Arguments arguments = ArgumentParser.parse(
                MIGRATE, List.of("--url", "file:a=b.db", "--dir=a=b", "--dry-run", "--quiet=false"));

        assertThat(arguments.options())
                .isEqualTo(Map.of("url", "file:a=b.db", "dir", "a=b", "dry-run", "true", "quiet", "false"));
    }

    @Test
    void gathersPairs() {
        assertThat(ArgumentParser.parse(MIGRATE, List.of("--placeholder", "a=1", "--placeholder=b=2"))
                        .options())
                .isEqualTo(Map.of("placeholder", "a=1\nb=2"));
    }

    @Test
    void readsTheArgumentAlsoBehindTwoDashes() {
        assertThat(ArgumentParser.parse(NEW, List.of("add phone", "--dry-run")).argument())
                .isEqualTo(Optional.of("add phone"));
        assertThat(ArgumentParser.parse(NEW, List.of("--", "--odd")).argument()).isEqualTo(Optional.of("--odd"));
    }

    @Test
    void wantsNothingElseWhenHelpIsWanted() {
        assertThat(ArgumentParser.parse(NEW, List.of("--help")).helpWanted()).isTrue();
        assertThat(ArgumentParser.parse(NEW, List.of("-h")).helpWanted()).isTrue();
    }

    @Test
    void saysWhatIsWrong() {
        assertRefused(MIGRATE, List.of("--urk", "x"), "there is no option \"--urk\"; \"--url\" is the nearest");
        assertRefused(MIGRATE, List.of("-x"), "there is no option \"-x\"");
        assertRefused(MIGRATE, List.of("--url"), "option \"--url\" lacks its value, URL");
        assertRefused(MIGRATE, List.of("--url", "--dry-run"), "option \"--url\" lacks its value, URL");
        assertRefused(MIGRATE, List.of("--to", "1", "--to", "2"), "option \"--to\" is given twice");
        assertRefused(MIGRATE, List.of("now"), "there is nothing to do with \"now\"");
        assertRefused(NEW, List.of(), "NAME is missing");
        assertRefused(NEW, List.of("a", "b"), "there is nothing to do with \"b\"");
    }

    @Test
    void hasNoOptionForAPassword() {
        assertRefused(MIGRATE, List.of("--password", "geheim"), "there is no option \"--password\"");
    }

    private static void assertRefused(CommandInfo info, List<String> arguments, String why) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ArgumentParser.parse(info, arguments))
                .withMessageStartingWith("cannot read the command line: " + why)
                .withMessageEndingWith("See `godwit " + info.name() + " --help`.");
    }
}
