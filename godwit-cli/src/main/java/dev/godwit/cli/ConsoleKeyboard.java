package dev.godwit.cli;

import dev.godwit.cli.output.Surroundings.Keyboard;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks at the console of the process. */
final class ConsoleKeyboard implements Keyboard {
    @Override
    public @Nullable String ask(String question) {
        Console console = System.console();
        return console == null ? null : console.readLine("%s", question);
    }

    @Override
    public @Nullable String askSecretly(String question) {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        char @Nullable [] answer = console.readPassword("%s", question);
        return answer == null ? null : new String(answer);
    }
}
