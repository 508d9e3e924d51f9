package dev.godwit.sql.internal;

import java.util.Arrays;

/** Finds the ends of comments; an end of -1 means that there is none. */
final class CommentScanner {
    private static final int NONE = -1;
    private static final int NEVER = 999_999;
    // MariaDB takes no part in what MySQL has had since 5.7 (manual, "Comment Syntax"; seen on 11.4).
    private static final int LATER = 50_700;
    private static final int LATEST = 99_999;

    private static final boolean[] LINE = except('\n', '\r');
    private static final boolean[] BLOCK = except('*', '/');

    private final ByteWindow bytes;
    private final Lexicon lexicon;
    private final boolean nested;
    private final boolean open;
    private final boolean executable;
    private final boolean mariadb;
    private final boolean returns;
    private final boolean needSpace;

    CommentScanner(ByteWindow bytes, Lexicon lexicon) {
        this.bytes = bytes;
        this.lexicon = lexicon;
        this.nested = lexicon.has(LexicalFeature.NESTED_COMMENTS);
        this.open = lexicon.has(LexicalFeature.OPEN_COMMENTS);
        this.executable = lexicon.has(LexicalFeature.EXECUTABLE_COMMENTS);
        this.mariadb = lexicon.has(LexicalFeature.MARIADB_COMMENTS);
        this.returns = lexicon.has(LexicalFeature.RETURN_ENDS_COMMENT);
        this.needSpace = lexicon.has(LexicalFeature.DASHES_NEED_SPACE);
    }

    /** Returns where the comment ends that two dashes at {@code start} begin. */
    int dashes(int start) {
        int after = bytes.at(start + 2);
        if (needSpace && after >= ' ' && after != ByteWindow.END && after != 0x7F && !lexicon.space(after)) {
            return NONE;
        }
        return lineEnd(start);
    }

    int lineEnd(int start) {
        if (!returns) {
            return bytes.find('\n', start);
        }
        return bytes.skip(LINE, start);
    }

    /** Returns where the block comment at {@code start} ends. */
    int block(int start) {
        int depth = 1;
        int p = start + 2;
        while (true) {
            p = bytes.skip(BLOCK, p);
            int c = bytes.at(p);
            if (c == '*' && bytes.at(p + 1) == '/') {
                p += 2;
                depth--;
                if (depth == 0) {
                    return p;
                }
            } else if (nested && c == '/' && bytes.at(p + 1) == '*') {
                p += 2;
                depth++;
            } else if (c == ByteWindow.END) {
                return open ? bytes.limit() : NONE;
            } else {
                p++;
            }
        }
    }

    /** Returns where the content begins if the comment at {@code start} is one that the server executes. */
    int executable(int start) {
        if (!executable) {
            return NONE;
        }
        int p = start + 2;
        boolean own = mariadb && bytes.at(p) == 'M';
        if (own) {
            p++;
        }
        return bytes.at(p) == '!' ? version(p + 1, mariadb && !own) : NONE;
    }

    // No server is as new as 999999: dump tools hide words for the client in such comments.
    private int version(int start, boolean ofMysql) {
        int p = start;
        int version = 0;
        while (p < start + 6 && Lexicon.digit(bytes.at(p))) {
            version = version * 10 + bytes.at(p) - '0';
            p++;
        }
        boolean later = ofMysql && version >= LATER && version <= LATEST;
        boolean never = version == NEVER || version == LATEST;
        return never || later ? NONE : p;
    }

    private static boolean[] except(int one, int other) {
        boolean[] set = new boolean[ByteWindow.END];
        Arrays.fill(set, true);
        set[one] = false;
        set[other] = false;
        return set;
    }
}
