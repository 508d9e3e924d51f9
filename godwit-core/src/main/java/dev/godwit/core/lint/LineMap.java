package dev.godwit.core.lint;

import dev.godwit.sql.Position;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds lines and columns of one source; reads it through once, so that it costs the same for one finding and for a thousand. */
final class LineMap {
    private final SqlSource source;
    private final int[] starts;

    LineMap(SqlSource source) {
        this.source = source;
        this.starts = starts(source);
    }

    private static int[] starts(SqlSource source) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < source.length(); i++) {
            if (source.at(i) == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    Position position(int offset) {
        int end = Math.min(offset, source.length());
        int line = line(end);
        int column = 1;
        for (int i = starts[line]; i < end; i++) {
            boolean continuation = (source.at(i) & 0xC0) == 0x80;
            column += continuation ? 0 : 1;
        }
        return new Position(line + 1, column);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Returns the lines, without their ends, from the one of {@code start} to that of {@code end}, but no more than {@code most}. */
    List<String> lines(int start, int end, int most) {
        int last = Math.min(line(Math.min(end, source.length())), line(start) + most - 1);
        List<String> lines = new ArrayList<>();
        for (int line = line(start); line <= last; line++) {
            int next = line + 1 < starts.length ? starts[line + 1] : source.length();
            lines.add(source.text(new SourceSpan(starts[line], next)).stripTrailing());
        }
        return lines;
    }
}
