package dev.godwit.core.migration;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum of a file whose layout has none of its own: SHA-256 in hex of the text without its byte order mark and with LF as its line
 * end, so that a checkout on another system does not look like an edit.
 */
public final class ContentChecksum {
    private ContentChecksum() {}

    /** Computes the checksum of the whole source. */
    public static String of(SqlSource source) {
        ByteBuffer bytes = source.slice(new SourceSpan(SourceLines.textStart(source), source.length()));
        MessageDigest digest = sha256();
        int from = 0;
        for (int i = 0; i + 1 < bytes.limit(); i++) {
            if (bytes.get(i) == '\r' && bytes.get(i + 1) == '\n') {
                digest.update(bytes.slice(from, i - from));
                from = i + 1;
            }
        }
        digest.update(bytes.slice(from, bytes.limit() - from));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
