package dev.godwit.cli;

import dev.godwit.cli.output.Surroundings.Keyboard;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Asks at the console of the process. */
final class ConsoleKeyboard implements Keyboard {
    private final InputStream in;
    private final PrintStream out;

    ConsoleKeyboard(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public @Nullable String ask(String question) {
        out.print(question);
        out.flush();
        try {
            return new BufferedReader(new InputStreamReader(in, out.charset())).readLine();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    @SuppressWarnings("SystemConsoleNull") // whether there is a terminal was found out before
    public @Nullable String askSecretly(String question) {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        char @Nullable [] answer = console.readPassword("%s", question);
        return answer == null ? null : new String(answer);
    }
}
