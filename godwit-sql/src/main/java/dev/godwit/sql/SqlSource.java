package dev.godwit.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text of SQL as UTF-8 bytes, with the name to show for it. The bytes may be a memory-mapped file, so a dump of any
 * size up to 2 GiB costs no heap; text is decoded only where it is asked for.
 */
public final class SqlSource {
    private final String name;
    private final ByteBuffer bytes;

    private SqlSource(String name, ByteBuffer bytes) {
        this.name = Objects.requireNonNull(name, "name is null");
        this.bytes = bytes.asReadOnlyBuffer();
    }

    /** Wraps the bytes of {@code bytes} between its position and its limit; they must be UTF-8 and must not change. */
    public static SqlSource of(String name, ByteBuffer bytes) {
        return new SqlSource(name, bytes.slice());
    }

    /** Makes a source of a text. */
    public static SqlSource of(String name, String text) {
        return new SqlSource(name, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the name to show, usually the path of a file. */
    public String name() {
        return name;
    }

    /** Returns the number of bytes. */
    public int length() {
        return bytes.limit();
    }

    /** Returns the byte at {@code offset}. */
    public byte at(int offset) {
        return bytes.get(offset);
    }

    /** Returns a read-only view of the bytes of {@code span}. */
    public ByteBuffer slice(SourceSpan span) {
        return bytes.slice(span.start(), span.length());
    }

    /** Decodes the text of {@code span}. */
    public String text(SourceSpan span) {
        return StandardCharsets.UTF_8.decode(slice(span)).toString();
    }

    /** Returns the span of the whole source. */
    public SourceSpan whole() {
        return new SourceSpan(0, length());
    }

    /** Returns the lines of {@code part} without their terminators, which are LF or CRLF; an end without one ends the last. */
    public List<SourceSpan> lines(SourceSpan part) {
        List<SourceSpan> lines = new ArrayList<>();
        int start = part.start();
        for (int i = start; i < part.end(); i++) {
            if (bytes.get(i) == '\n') {
                boolean carriageReturn = i > start && bytes.get(i - 1) == '\r';
                lines.add(new SourceSpan(start, carriageReturn ? i - 1 : i));
                start = i + 1;
            }
        }
        if (start < part.end()) {
            lines.add(new SourceSpan(start, part.end()));
        }
        return lines;
    }

    /** Returns the line and column of {@code offset}; takes time in proportion to the offset. */
    public Position position(int offset) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, length());
        for (int i = 0; i < end; i++) {
            if (bytes.get(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int column = 1;
        for (int i = lineStart; i < end; i++) {
            boolean continuation = (bytes.get(i) & 0xC0) == 0x80;
            if (!continuation) {
                column++;
            }
        }
        return new Position(line, column);
    }

    @Override
    public String toString() {
        return name;
    }
}
