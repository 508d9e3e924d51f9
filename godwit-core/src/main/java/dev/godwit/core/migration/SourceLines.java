package dev.godwit.core.migration;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the comment lines by which layouts mark the parts of a file, without decoding the rest of it. */
public final class SourceLines {
    private SourceLines() {}

    /**
     * A line that is one {@code --} comment.
     *
     * @param number 1-based
     * @param start where the line begins
     * @param next where the next line begins
     * @param text what stands after the dashes, stripped
     */
    public record CommentLine(int number, int start, int next, String text) {}

    /** Returns where the text begins: after the byte order mark, where there is one. */
    public static int textStart(SqlSource source) {
        boolean mark = source.length() >= 3
                && source.at(0) == (byte) 0xEF
                && source.at(1) == (byte) 0xBB
                && source.at(2) == (byte) 0xBF;
        return mark ? 3 : 0;
    }

    /** Finds the lines that hold nothing but a comment which begins with {@code word}, in whatever case. */
    public static List<CommentLine> comments(SqlSource source, String word) {
        ByteBuffer bytes = source.slice(source.whole());
        byte[] wanted = word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        List<CommentLine> found = new ArrayList<>();
        int number = 1;
        int start = textStart(source);
        while (start < bytes.limit()) {
            int end = lineEnd(bytes, start);
            int text = commentText(bytes, start, end);
            if (text >= 0 && startsWith(bytes, text, end, wanted)) {
                String comment = source.text(new SourceSpan(text, end)).strip();
                found.add(new CommentLine(number, start, Math.min(end + 1, bytes.limit()), comment));
            }
            start = end + 1;
            number++;
        }
        return found;
    }

    private static int lineEnd(ByteBuffer bytes, int start) {
        int end = start;
        while (end < bytes.limit() && bytes.get(end) != '\n') {
            end++;
        }
        return end;
    }

    // Returns where the words of a comment line begin, or -1.
    private static int commentText(ByteBuffer bytes, int start, int end) {
        int dashes = skipBlank(bytes, start, end);
        if (dashes + 1 >= end || bytes.get(dashes) != '-' || bytes.get(dashes + 1) != '-') {
            return -1;
        }
        return skipBlank(bytes, dashes + 2, end);
    }

    private static int skipBlank(ByteBuffer bytes, int start, int end) {
        int at = start;
        while (at < end && (bytes.get(at) == ' ' || bytes.get(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(ByteBuffer bytes, int start, int end, byte[] wanted) {
        if (end - start < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            byte b = bytes.get(start + i);
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
