package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CommandsTest {
    @Test
    void everyListedCommandIsFoundByItsName() {
        for (Command command : Commands.all()) {
            String name = command.info().name();
            assertThat(Commands.find(name).map(Command::getClass).map(Class::getName))
                    .isEqualTo(Optional.of(command.getClass().getName()));
        }
        assertThat(Commands.find("fly")).isEmpty();
    }

    @Test
    void everyExampleCallsItsCommand() {
        for (Command command : Commands.all()) {
            CommandInfo info = command.info();
            assertThat(info.examples()).isNotEmpty();
            for (String example : info.examples()) {
                int start = example.indexOf("godwit " + info.name());
                assertThat(start).as(example).isNotNegative();
            }
        }
    }

    @Test
    void helpFitsTheScreenAndNamesEveryOption() {
        for (Command command : Commands.all()) {
            String help = HelpText.of(command.info());
            assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(96));
            command.info().keys().forEach(key -> assertThat(help).contains(key.option()));
            assertThat(help).contains("--help", "Examples:");
        }
    }

    @Test
    void helpOfOneCommandIsAlignedAndWrapped() {
        var info = new CommandInfo(
                "fly",
                "Fly",
                "Flies.",
                List.of(dev.godwit.cli.config.Keys.STATE_SCHEMA, dev.godwit.cli.config.Keys.YES),
                List.of("godwit fly"));

        assertThat(HelpText.of(info)).isEqualTo("""
                Usage: godwit fly [OPTIONS]

                Flies.

                Options:
                  --state-schema NAME       Schema of Godwit's own tables, on databases with schemas (unless
                                            set: godwit).
                  --yes                     Do not ask.
                  -h, --help                Print this help.

                Examples:
                  godwit fly""");
    }
}
