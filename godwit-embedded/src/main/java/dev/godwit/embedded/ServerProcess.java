package dev.godwit.embedded;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One run of a server, from its start to its end. */
final class ServerProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts a server and returns when it takes connections. The watchdog knows the process before it runs. */
    static ServerProcess start(String title, Product product, Product.Launch launch, Watchdog watchdog)
            throws IOException {
        Process process = Environment.clean(new ProcessBuilder(Shell.detachedWhenTold(product.command(launch))))
                .directory(launch.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(launch.log().toFile())
                .start();
        watchdog.watch(process.pid());
        try (Writer go = process.outputWriter(StandardCharsets.UTF_8)) {
            go.write("go\n");
        }
        awaitReady(title, product, launch, process);
        return new ServerProcess(process);
    }

    private static void awaitReady(String title, Product product, Product.Launch launch, Process process)
            throws IOException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!product.ready(launch, process.pid())) {
            if (Command.await(process, LOOK_EVERY)) {
                throw failure(title, "it ended with exit code " + process.exitValue(), launch);
            }
            if (Instant.now().isAfter(limit)) {
                process.destroyForcibly();
                throw failure(title, "it was not ready within " + START_LIMIT, launch);
            }
        }
    }

    private static EmbeddedServerException failure(String title, String why, Product.Launch launch) throws IOException {
        String log = Files.readString(launch.log(), StandardCharsets.ISO_8859_1);
        if (log.contains("Address already in use")) {
            throw new PortTakenException(launch.port());
        }
        return new EmbeddedServerException(
                "cannot start server \"%s\": %s. %s Its log ends:\n%s"
                        .formatted(title, why, advice(log), Command.tail(launch.log())),
                null);
    }

    private static String advice(String log) {
        return log.contains("error while loading shared libraries")
                ? "Install the library that is missing."
                : "Change what its log says.";
    }

    boolean running() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Stops the server cleanly: what was committed is on disk, and clients are turned away. */
    void stop(String signal) throws IOException {
        Shell.signal(signal, process.pid());
        awaitEnd();
    }

    /** Ends the server and every process that it made, with no chance to clean up. */
    void kill() throws IOException {
        if (!process.isAlive()) {
            return;
        }
        // Halted first, so that it makes no child which we do not see; a new server refuses while one of these lives.
        Shell.signal("STOP", process.pid());
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
        awaitEnd(children);
    }

    // They are not our children, and ProcessHandle.onExit looks after others' only once in a while.
    private static void awaitEnd(List<ProcessHandle> processes) {
        Instant limit = Instant.now().plus(STOP_LIMIT);
        while (processes.stream().anyMatch(ServerProcess::runs) && Instant.now().isBefore(limit)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    // What has ended, but was not yet reaped by a slow init process, counts as alive and has no command any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private void awaitEnd() {
        if (!Command.await(process, STOP_LIMIT)) {
            throw new EmbeddedServerException(
                    "cannot stop process \"%d\": it did not end within %s.".formatted(process.pid(), STOP_LIMIT), null);
        }
    }

    /** Somebody else took the port between our look and our start. */
    static final class PortTakenException extends IOException {
        private static final long serialVersionUID = 1L;

        PortTakenException(int port) {
            super("port " + port + " was taken by another process");
        }
    }
}
