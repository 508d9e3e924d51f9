package dev.godwit.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Small things that a shell can do and Java cannot. */
final class Shell {
    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(10);

    // Where there is setsid (Linux), signals to the terminal's or the build's process group pass by.
    private static final String DETACH = "if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec \"$@\"";
    private static final String DETACH_WHEN_TOLD = "read -r go || exit 1; exec </dev/null; " + DETACH;

    private Shell() {}

    static List<String> detached(List<String> command) {
        return wrapped(DETACH, command);
    }

    /** Returns a command that waits for a line of input and is nothing without it; its process keeps its number. */
    static List<String> detachedWhenTold(List<String> command) {
        return wrapped(DETACH_WHEN_TOLD, command);
    }

    static void signal(String signal, long pid) throws IOException {
        Command.in(Path.of("/")).run(List.of("sh", "-c", "kill -s $0 $1", signal, Long.toString(pid)), SIGNAL_LIMIT);
    }

    private static List<String> wrapped(String script, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("sh", "-c", script, "godwit"));
        whole.addAll(command);
        return whole;
    }
}
