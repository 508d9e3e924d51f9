package dev.godwit.it;

import dev.godwit.core.engine.RunMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A {@code migrate} in a process of its own that tells at its end how much memory it took. */
public final class MeasuredRun {
    /** What stands before the kibibytes that it prints. */
    static final String PEAK = "VmHWM:";

    private static final Path STATUS = Path.of("/proc/self/status");

    private MeasuredRun() {}

    /**
     * Runs.
     *
     * @param args URL and folder
     */
    public static void main(String[] args) throws IOException {
        Migrations.godwit(args[0], Path.of(args[1]), event -> {}).migrate(Optional.empty(), RunMode.RUN);
        if (Files.exists(STATUS)) {
            Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .forEach(System.out::println);
        }
    }
}
