package dev.godwit.cli.demo;

import dev.godwit.cli.config.Durations;
import dev.godwit.cli.demo.SvgPicture.Anchor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The longest wait of the requests that were due at each moment, for runs on one scale of time. The heights are on a logarithmic scale, since what
 * is compared differs by factors of hundreds.
 */
final class WaitChart {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int COLUMNS = 60;
    private static final double LEAST_MILLIS = 1;
    private static final int PLOT_WIDTH = 840;
    private static final int PLOT_HEIGHT = 140;
    private static final int LEFT = 70;
    private static final int TOP = 60;
    private static final int GAP = 60;
    private static final String DARK = "#222222";
    private static final String PALE = "#666666";
    /** What people notice. */
    private static final double NOTICED_MILLIS = 100;

    private final List<Line> lines;
    private final long column;
    private final double mostMillis;

    WaitChart(List<Line> lines) {
        this.lines = lines;
        this.column = Math.max(
                1,
                lines.stream().mapToLong(line -> line.to() - line.from()).max().orElseThrow() / COLUMNS);
        this.mostMillis = Math.max(
                10,
                lines.stream()
                        .mapToDouble(line -> millis(
                                line.latencies().between(line.from(), line.to()).longest()))
                        .max()
                        .orElseThrow());
    }

    /** What was seen in one run, from a time of {@link System#nanoTime} to another. */
    record Line(String name, Latencies latencies, long from, long to) {
        private List<Duration> columns(long column) {
            List<Duration> longest = new ArrayList<>();
            for (long at = from; at < to; at += column) {
                longest.add(latencies.between(at, Math.min(to, at + column)).longest());
            }
            return longest;
        }
    }

    private static double millis(Duration wait) {
        return wait.toNanos() / 1e6;
    }

    /** Returns how high a wait stands, from 0 to 1. */
    private double height(Duration wait) {
        double millis = Math.max(LEAST_MILLIS, millis(wait));
        return Math.log(millis / LEAST_MILLIS) / Math.log(mostMillis / LEAST_MILLIS);
    }

    /** Returns it for a terminal. */
    List<String> text() {
        List<String> text = new ArrayList<>();
        text.add("Longest wait of the requests that were due in each " + Durations.show(Duration.ofNanos(column)) + ": "
                + BARS.charAt(0) + " is 1 ms, " + BARS.charAt(BARS.length() - 1) + " is "
                + Durations.show(Duration.ofNanos((long) (mostMillis * 1e6))) + ", on a logarithmic scale");
        int width = lines.stream().mapToInt(line -> line.name().length()).max().orElseThrow();
        for (Line line : lines) {
            StringBuilder bars = new StringBuilder();
            for (Duration wait : line.columns(column)) {
                bars.append(BARS.charAt((int) Math.round(height(wait) * (BARS.length() - 1))));
            }
            text.add("  " + line.name() + " ".repeat(width - line.name().length()) + "  " + bars);
        }
        return text;
    }

    /** Returns it as a picture. */
    String svg() {
        SvgPicture picture = new SvgPicture(LEFT + PLOT_WIDTH + 20, TOP + lines.size() * (PLOT_HEIGHT + GAP));
        picture.text(
                LEFT,
                28,
                Anchor.START,
                DARK,
                "Longest wait of the requests that were due in each " + Durations.show(Duration.ofNanos(column)));
        for (int i = 0; i < lines.size(); i++) {
            plot(picture, lines.get(i), TOP + i * (PLOT_HEIGHT + GAP));
        }
        return picture.toString();
    }

    private void plot(SvgPicture picture, Line line, int top) {
        int bottom = top + PLOT_HEIGHT;
        picture.text(LEFT, top - 8, Anchor.START, DARK, line.name());
        for (double mark = LEAST_MILLIS; mark <= mostMillis; mark *= 10) {
            Duration wait = Duration.ofNanos((long) (mark * 1e6));
            double y = bottom - height(wait) * PLOT_HEIGHT;
            picture.line(LEFT, LEFT + PLOT_WIDTH, y);
            picture.text(LEFT - 12, y + 4, Anchor.END, PALE, Durations.show(wait));
        }
        double width = (double) PLOT_WIDTH / COLUMNS;
        List<Duration> columns = line.columns(column);
        for (int i = 0; i < columns.size(); i++) {
            double high = Math.max(1, height(columns.get(i)) * PLOT_HEIGHT);
            picture.bar(
                    LEFT + i * width,
                    bottom - high,
                    width - 1,
                    high,
                    millis(columns.get(i)) > NOTICED_MILLIS ? "#c0392b" : "#2e86ab");
        }
        picture.text(
                LEFT,
                bottom + 18,
                Anchor.START,
                PALE,
                "the whole width is " + Durations.show(Duration.ofNanos(column * COLUMNS)));
    }
}
