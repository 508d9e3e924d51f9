package dev.godwit.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A shell process that ends a server and deletes its folder as soon as its input ends: on purpose, or because the JVM is
 * gone, however it died.
 */
final class Watchdog implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NOBODY = "none";

    // It outlives the terminal's Ctrl-C, since the server is to serve until the JVM has ended.
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            signal=$1
            folder=$2
            server=none
            while read -r line; do server=$line; done
            if [ "$server" != none ] && kill -s "$signal" "$server" 2>/dev/null; then
                tries=0
                while kill -0 "$server" 2>/dev/null && [ "$tries" -lt 100 ]; do
                    sleep 0.05
                    tries=$((tries + 1))
                done
                kill -s KILL "$server" 2>/dev/null
            fi
            rm -rf "$folder"
            """;

    private final Process process;
    private final Writer orders;

    private Watchdog(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static Watchdog over(Path folder, String signal) throws IOException {
        List<String> command =
                Shell.detached(List.of("sh", "-c", SCRIPT, "godwit-watchdog", signal, folder.toString()));
        Process process = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Watchdog(process);
    }

    void watch(long pid) throws IOException {
        say(Long.toString(pid));
    }

    /** Forgets the server, whose number may soon be another process's. */
    void forget() throws IOException {
        say(NOBODY);
    }

    private void say(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    /** Ends the server and waits until its folder is gone. */
    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Command.await(process, LIMIT)) {
            throw new EmbeddedServerException(
                    "cannot stop process \"%d\": it did not end within %s.".formatted(process.pid(), LIMIT), null);
        }
    }
}
