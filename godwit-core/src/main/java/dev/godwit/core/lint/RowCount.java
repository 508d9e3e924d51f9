package dev.godwit.core.lint;

import java.util.Locale;

/** Writes counts of rows for people. */
final class RowCount {
    private RowCount() {}

    static String text(long rows) {
        if (rows >= 1_000_000_000) {
            return String.format(Locale.ROOT, "%.1f G rows", rows / 1e9);
        }
        if (rows >= 10_000_000) {
            return rows / 1_000_000 + " M rows";
        }
        if (rows >= 1_000_000) {
            return String.format(Locale.ROOT, "%.1f M rows", rows / 1e6);
        }
        if (rows >= 10_000) {
            return rows / 1_000 + " k rows";
        }
        return rows == 1 ? "1 row" : rows + " rows";
    }
}
