package dev.godwit.sql.postgres;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.internal.ByteWindow;
import java.util.Arrays;
import java.util.Optional;

/**
 * Gives the code in a string literal as bytes that stand where they stand in the file, so that the spans of what is read in it are right.
 * Where the literal writes a byte with several, spaces fill the rest: before a quote that opens a string of the code, and after one that
 * closes it.
 */
final class EmbeddedSql {
    private final byte[] from;
    private final byte[] to;
    private final boolean escapes;
    private int read;
    private int written;
    private boolean inString;
    private int owed;

    private EmbeddedSql(byte[] from, boolean escapes) {
        this.from = from;
        this.escapes = escapes;
        this.to = new byte[from.length];
        Arrays.fill(to, (byte) ' ');
    }

    /** Returns the code in {@code literal}; empty where its notation is not understood. */
    static Optional<ByteWindow> decode(ByteWindow bytes, SourceSpan literal) {
        int start = literal.start();
        int first = bytes.at(start);
        if (first == '$') {
            int tag = bytes.find('$', start + 1) + 1 - start;
            return Optional.of(bytes.part(new SourceSpan(start + tag, literal.end() - tag)));
        }
        boolean escapes = first == 'e' || first == 'E';
        int open = escapes ? start + 1 : start;
        if (bytes.at(open) != '\'') {
            return Optional.empty();
        }
        SourceSpan inner = new SourceSpan(open + 1, literal.end() - 1);
        var code = new EmbeddedSql(bytes.copy(inner.start(), inner.end()), escapes);
        boolean understood = escapes ? code.escaped() : code.plain();
        return understood ? Optional.of(bytes.withContent(inner.start(), code.to)) : Optional.empty();
    }

    private boolean plain() {
        while (read < from.length) {
            if (from[read] != '\'') {
                write(from[read++]);
            } else if (read + 1 < from.length && from[read + 1] == '\'') {
                quote();
            } else {
                return false; // a literal that goes on behind a line break
            }
        }
        return true;
    }

    private boolean escaped() {
        while (read < from.length) {
            if (from[read] == '\'') {
                if (read + 1 == from.length || from[read + 1] != '\'') {
                    return false;
                }
                quote();
            } else if (from[read] != '\\') {
                write(from[read++]);
            } else if (!backslash()) {
                return false;
            }
        }
        return true;
    }

    private boolean backslash() {
        int escape = read + 1 < from.length ? from[read + 1] : 0;
        switch (escape) {
            case '\'' -> quote();
            case 'n', 't', 'r', '\\' -> {
                write(value(escape));
                read += 2;
                owed++;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static byte value(int escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> (byte) escape;
        };
    }

    /** Writes a quote, which the literal spells with two bytes; two of them within a string of the code are one character of it. */
    private void quote() {
        read += 2;
        if (!inString) {
            settle();
            written++;
            write((byte) '\'');
            inString = true;
            return;
        }
        write((byte) '\'');
        owed++;
        if (atQuote()) {
            read += 2;
            write((byte) '\'');
            owed++;
        } else {
            inString = false;
        }
    }

    private boolean atQuote() {
        return read + 1 < from.length
                && from[read + 1] == '\''
                && (from[read] == '\'' || (escapes && from[read] == '\\'));
    }

    private void write(byte value) {
        if (!inString) {
            settle();
        }
        to[written++] = value;
    }

    private void settle() {
        written += owed;
        owed = 0;
    }
}
