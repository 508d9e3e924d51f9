package dev.godwit.cli.config;

import java.time.Duration;

/** Durations as people write them, {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h}, and as they read them. */
public final class Durations {
    private Durations() {}

    /** Reads one. */
    public static Duration parse(String text) {
        String plain = text.strip();
        int digits = 0;
        while (digits < plain.length() && Character.isDigit(plain.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            throw unreadable(text);
        }
        long number = Long.parseLong(plain, 0, digits, 10);
        return switch (plain.substring(digits).strip()) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> throw unreadable(text);
        };
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("\"" + text + "\" is not a duration. Write it as 500ms, 2s, 5m or 1h");
    }

    /** Returns it for people: {@code 12 ms}, {@code 1.2 s}, {@code 2 min 5 s}, {@code 1 h 2 min}. */
    public static String show(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return tenths(millis) + " s";
        }
        if (millis < 3_600_000) {
            return duration.toMinutes() + " min" + rest(duration.toSecondsPart(), " s");
        }
        return duration.toHours() + " h" + rest(duration.toMinutesPart(), " min");
    }

    private static String tenths(long millis) {
        return millis / 1_000 + "." + millis % 1_000 / 100;
    }

    private static String rest(int number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }
}
