package dev.godwit.sql;

/** A half-open range of bytes {@code [start, end)} in a {@link SqlSource}. */
public record SourceSpan(int start, int end) {
    public SourceSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no such span: " + start + ".." + end);
        }
    }

    /** Returns the number of bytes. */
    public int length() {
        return end - start;
    }
}
