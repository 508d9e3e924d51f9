package dev.godwit.cli;

import dev.godwit.cli.output.Surroundings.TerminalUse;
import java.io.Console;

/** Finds out whether somebody sits at the terminal. */
final class TerminalDetection {
    /** Set by the launcher, whose shell can tell the streams apart: which of stdin, stdout and stderr are terminals. */
    private static final String PROPERTY = "godwit.terminal";

    private TerminalDetection() {}

    static TerminalUse use() {
        String streams = System.getProperty(PROPERTY);
        if (streams == null) {
            return isTerminal(System.console()) ? TerminalUse.INTERACTIVE : TerminalUse.NONE;
        }
        if (!streams.contains("stdout")) {
            return TerminalUse.NONE;
        }
        return streams.contains("stdin") ? TerminalUse.INTERACTIVE : TerminalUse.OUTPUT;
    }

    // Up to Java 21 there is a console only on a terminal; later ones must be asked, by a method that 21 does not have.
    private static boolean isTerminal(@org.jspecify.annotations.Nullable Console console) {
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
