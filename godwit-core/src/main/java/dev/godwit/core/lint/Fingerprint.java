package dev.godwit.core.lint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a finding from others, wherever its statement has moved to.
 *
 * @param rule the id
 * @param file as shown; empty where the folder is meant
 * @param hash of the statement, its white space apart; of what is said where no statement is meant
 */
public record Fingerprint(String rule, String file, String hash) {
    private static final int BYTES = 8;

    /** Returns that of a finding. */
    public static Fingerprint of(Finding finding) {
        String text = finding.place()
                .map(Finding.Place::text)
                .filter(statement -> !statement.isEmpty())
                .orElse(finding.happens());
        return new Fingerprint(
                finding.rule().id().value(),
                finding.file(),
                hash(text.replaceAll("\\s+", " ").strip()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
