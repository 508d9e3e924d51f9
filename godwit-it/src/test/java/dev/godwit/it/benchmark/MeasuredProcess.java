package dev.godwit.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a whole process.
 *
 * @param wall from the start of the process to its end
 * @param peakKibibytes the most memory that it held at once, as Linux counts it ({@code VmHWM}); 0 where that cannot be read
 */
record MeasuredProcess(Duration wall, long peakKibibytes) {
    private static final long GLANCE_MILLIS = 5;

    /** Runs a command and waits for its end; it must succeed. */
    static MeasuredProcess run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("benchmark", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            Process process = builder.start();
            long peak = 0;
            while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakOf(process.pid()));
            }
            Duration wall = Duration.ofNanos(System.nanoTime() - start);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue() + ":\n"
                        + Files.readString(output));
            }
            Files.delete(output);
            return new MeasuredProcess(wall, peak);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // Read while it runs: the last few milliseconds are missed, and with them nothing that matters.
    private static long peakOf(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
