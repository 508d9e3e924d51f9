package dev.godwit.cli.output;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a run: a process gives its own, a test what it likes.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param charset how text is written there; JSON is always UTF-8
 * @param terminal which streams are a terminal
 * @param keyboard asks the person at the terminal
 * @param environment looks a variable up; null where it is not set
 * @param workingDirectory what relative paths are relative to
 */
public record Surroundings(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Charset charset,
        TerminalUse terminal,
        Keyboard keyboard,
        Function<String, @Nullable String> environment,
        Path workingDirectory,
        Clock clock) {

    /** Whether a person sits there. */
    public enum TerminalUse {
        /** Nobody: a pipe, a file, continuous integration. */
        NONE,
        /** Somebody reads, but cannot be asked. */
        OUTPUT,
        /** Somebody reads and can answer. */
        INTERACTIVE
    }

    /** Asks a person. */
    public interface Keyboard {
        /** Asks and returns the answer; null at the end of input. */
        @Nullable
        String ask(String question);

        /** Asks for a password without showing it; null where that cannot be done. */
        @Nullable
        String askSecretly(String question);
    }

    /** Tells whether questions can be asked. */
    public boolean isInteractive() {
        return terminal == TerminalUse.INTERACTIVE;
    }
}
