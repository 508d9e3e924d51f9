package dev.godwit.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(List.of(header));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(GAP).append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i))));
        }
        return line.toString().stripTrailing();
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
