package dev.godwit.sql.internal;

import dev.godwit.sql.internal.Lexer.Backslash;
import java.util.Arrays;

/** Finds the ends of what stands in quotes; an end of -1 means that there is none. */
final class QuoteScanner {
    private static final int NONE = -1;

    private static final boolean[] PLAIN = inner('\'');
    private static final boolean[] DOUBLE = inner('"');
    private static final boolean[] BACKTICK = inner('`');

    private final ByteWindow bytes;

    QuoteScanner(ByteWindow bytes) {
        this.bytes = bytes;
    }

    /** Returns where the literal ends whose opening quote stands at {@code open}; a doubled quote is part of it. */
    int quoted(int open, Backslash mode) {
        int quote = bytes.at(open);
        boolean[] inner = quote == '"' ? DOUBLE : quote == '`' ? BACKTICK : PLAIN;
        int p = open + 1;
        while (true) {
            p = bytes.skip(inner, p);
            int c = bytes.at(p);
            if (c == quote) {
                if (bytes.at(p + 1) != quote) {
                    return p + 1;
                }
                p += 2;
            } else if (c == '\\' && mode == Backslash.ESCAPES) {
                p += 2;
            } else if (c == ByteWindow.END) {
                return NONE;
            } else {
                p++;
            }
        }
    }

    /** Like {@link #quoted} with escapes; goes on in a quote on a later line, which continues the same literal. */
    int escaped(int open) {
        int end = quoted(open, Backslash.ESCAPES);
        while (end >= 0) {
            int next = continuation(end);
            if (next < 0) {
                return end;
            }
            end = quoted(next, Backslash.ESCAPES);
        }
        return NONE;
    }

    private int continuation(int from) {
        boolean newline = false;
        int p = from;
        int c = bytes.at(p);
        while (c == ' ' || c == '\t' || c == '\f' || c == '\n' || c == '\r') {
            newline |= c == '\n' || c == '\r';
            c = bytes.at(++p);
        }
        return newline && c == '\'' ? p : NONE;
    }

    private static boolean[] inner(int quote) {
        boolean[] inner = new boolean[ByteWindow.END];
        Arrays.fill(inner, true);
        inner[quote] = false;
        inner['\\'] = false;
        return inner;
    }

    /** Returns where the name ends whose first byte after the bracket is at {@code from}. */
    int bracket(int from) {
        int close = bytes.find(']', from);
        return close < bytes.limit() ? close + 1 : NONE;
    }

    /** Returns where the body begins if {@code open} is the begin of a dollar quote. */
    int dollarTag(int open) {
        int p = open + 1;
        int c = bytes.at(p);
        if (Lexicon.digit(c)) {
            return NONE;
        }
        while (Lexicon.letter(c) || Lexicon.digit(c)) {
            c = bytes.at(++p);
        }
        return c == '$' ? p + 1 : NONE;
    }

    /** Returns where the dollar quote ends whose tag is {@code open..body}. A tag holds no dollar sign, so this is linear. */
    int dollarEnd(int open, int body) {
        byte[] tag = bytes.copy(open, body);
        int p = body;
        while (true) {
            p = bytes.find('$', p);
            if (p >= bytes.limit()) {
                return NONE;
            }
            if (bytes.matches(tag, p)) {
                return p + tag.length;
            }
            p++;
        }
    }
}
