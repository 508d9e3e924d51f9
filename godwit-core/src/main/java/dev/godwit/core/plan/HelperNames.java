package dev.godwit.core.plan;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of the objects that Godwit makes for itself: always the same for the same purpose, and nobody else's. */
public final class HelperNames {
    /** What they all begin with. */
    public static final String PREFIX = "godwit_";

    private static final int LONGEST = 63;
    private static final int DIGEST = 4;

    private HelperNames() {}

    /** Returns the name of what serves that purpose on that part of the table. */
    public static Identifier of(String purpose, QualifiedName table, String part) {
        String digest = digest(purpose + "\0" + table + "\0" + part);
        String readable = PREFIX + purpose + "_" + part;
        int room = LONGEST - digest.length() - 1;
        return new Identifier(cut(readable, room) + "_" + digest);
    }

    // By bytes, as PostgreSQL counts, and never within a character.
    private static String cut(String text, int bytes) {
        int end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
