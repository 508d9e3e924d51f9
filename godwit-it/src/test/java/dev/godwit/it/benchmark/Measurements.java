package dev.godwit.it.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A table of what was measured, printed as it is. */
final class Measurements {
    private final String title;
    private final List<Line> lines = new ArrayList<>();

    Measurements(String title) {
        this.title = title;
    }

    private record Line(String what, Duration median, Duration best, long peakMebibytes, int runs) {}

    void add(String what, List<MeasuredProcess> runs) {
        List<Duration> times = runs.stream().map(MeasuredProcess::wall).sorted().toList();
        long peak = runs.stream()
                .max(Comparator.comparingLong(MeasuredProcess::peakKibibytes))
                .map(run -> run.peakKibibytes() / 1024)
                .orElse(0L);
        lines.add(new Line(what, times.get(times.size() / 2), times.getFirst(), peak, runs.size()));
    }

    void note(String what) {
        lines.add(new Line(what, Duration.ZERO, Duration.ZERO, 0, 0));
    }

    String table() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%n%-58s %10s %10s %8s %5s%n", title, "median s", "best s", "MiB", "runs"));
        for (Line line : lines) {
            table.append(
                    line.runs() == 0
                            ? String.format(Locale.ROOT, "%-58s %10s%n", line.what(), "-")
                            : String.format(
                                    Locale.ROOT,
                                    "%-58s %10.3f %10.3f %8d %5d%n",
                                    line.what(),
                                    seconds(line.median()),
                                    seconds(line.best()),
                                    line.peakMebibytes(),
                                    line.runs()));
        }
        return table.toString();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
