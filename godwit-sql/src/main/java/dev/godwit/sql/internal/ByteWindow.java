package dev.godwit.sql.internal;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Random access to a part of a source through a small copy of the bytes around the last one read: a mapped file of any
 * size costs 64 KiB of heap, and reading a byte costs an array access.
 */
public final class ByteWindow {
    /** What reading past the end gives; larger than any byte. */
    public static final int END = 256;

    private static final int SIZE = 1 << 16;
    private static final int BEHIND = 1 << 10;

    private final SqlSource source;
    private final int start;
    private final int limit;
    private final byte[] bytes;
    private int base;
    private int size;

    public ByteWindow(SqlSource source, SourceSpan part) {
        this.source = source;
        this.start = part.start();
        this.limit = part.end();
        this.bytes = new byte[Math.min(SIZE, part.length())];
    }

    private ByteWindow(SqlSource source, int start, byte[] content) {
        this.source = source;
        this.start = start;
        this.limit = start + content.length;
        this.bytes = content;
        this.base = start;
        this.size = content.length;
    }

    /** Returns a window over {@code part} of this one that does not move. */
    public ByteWindow part(SourceSpan part) {
        return new ByteWindow(source, part.start(), copy(part.start(), part.end()));
    }

    /** Returns a window in which {@code content} stands from {@code offset} on, whatever the source holds there. */
    public ByteWindow withContent(int offset, byte[] content) {
        return new ByteWindow(source, offset, content);
    }

    public SqlSource source() {
        return source;
    }

    public int start() {
        return start;
    }

    public int limit() {
        return limit;
    }

    /** Returns the byte at {@code offset}, 0 to 255, or {@link #END} outside of the part. */
    public int at(int offset) {
        int index = offset - base;
        return index >= 0 && index < size ? bytes[index] & 0xFF : load(offset);
    }

    /** Returns the offset of the first {@code wanted} from {@code offset} on, or the end of the part. */
    public int find(int wanted, int offset) {
        int from = offset;
        while (at(from) != END) {
            byte[] window = bytes;
            int end = size;
            int index = from - base;
            while (index < end && window[index] != wanted) {
                index++;
            }
            from = base + index;
            if (index < end) {
                return from;
            }
        }
        return limit;
    }

    /** Returns the first offset from {@code offset} on whose byte is not in {@code set}, or the end of the part. */
    int skip(boolean[] set, int offset) {
        int from = offset;
        while (at(from) != END) {
            byte[] window = bytes;
            int end = size;
            int index = from - base;
            while (index < end && set[window[index] & 0xFF]) {
                index++;
            }
            from = base + index;
            if (index < end) {
                return from;
            }
        }
        return limit;
    }

    /** Returns the text of {@code from..to}. */
    String text(int from, int to) {
        int index = from - base;
        boolean loaded = index >= 0 && to - base <= size;
        return loaded
                ? new String(bytes, index, to - from, StandardCharsets.UTF_8)
                : new String(copy(from, to), StandardCharsets.UTF_8);
    }

    /** Returns whether {@code wanted} stands at {@code offset}. */
    public boolean matches(byte[] wanted, int offset) {
        for (int i = 0; i < wanted.length; i++) {
            if (at(offset + i) != (wanted[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the length of the byte order mark that the part begins with. */
    public int byteOrderMark() {
        return at(start) == 0xEF && at(start + 1) == 0xBB && at(start + 2) == 0xBF ? 3 : 0;
    }

    /** Returns the end of {@code from..to} without the white space at its end. */
    public int trim(int from, int to) {
        int end = to;
        while (end > from && at(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    /** Returns the bytes of {@code from..to}. */
    public byte[] copy(int from, int to) {
        if (from >= base && to <= base + size) {
            return Arrays.copyOfRange(bytes, from - base, to - base);
        }
        byte[] copy = new byte[to - from];
        source.slice(new SourceSpan(from, to)).get(copy);
        return copy;
    }

    private int load(int offset) {
        if (offset < start || offset >= limit) {
            return END;
        }
        boolean whole = bytes.length == limit - start;
        base = whole ? start : Math.max(start, offset - BEHIND);
        size = Math.min(bytes.length, limit - base);
        source.slice(new SourceSpan(base, base + size)).get(bytes, 0, size);
        return bytes[offset - base] & 0xFF;
    }
}
