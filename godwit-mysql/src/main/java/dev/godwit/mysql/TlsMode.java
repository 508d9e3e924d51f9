package dev.godwit.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What URLs of many drivers say of TLS, in the words of the one that is used here: {@code disable}, {@code trust} (encrypted, the
 * server's name not proved), {@code verify-ca} or {@code verify-full}.
 */
final class TlsMode {
    private static final Set<String> FALSE = Set.of("false", "0", "no", "off", "disable", "disabled");

    private TlsMode() {}

    /** Returns the mode that the parameters ask for; empty where they say nothing. */
    static Optional<String> of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .flatMap(entry -> mode(plain(entry.getKey()), plain(entry.getValue())).stream())
                .findFirst();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static Optional<String> mode(String key, String value) {
        return switch (key) {
            case "sslmode" -> Optional.of(sslMode(value));
            case "usessl", "requiressl" -> Optional.of(FALSE.contains(value) ? "disable" : "trust");
            case "ssl", "tls" -> Optional.of(ssl(value));
            case "sslaccept" -> Optional.of(value.equals("strict") ? "verify-full" : "trust");
            default -> Optional.empty();
        };
    }

    private static String sslMode(String value) {
        if (FALSE.contains(value)) {
            return "disable";
        }
        return switch (value) {
            case "verifyca" -> "verify-ca";
            case "verifyfull", "verifyidentity" -> "verify-full";
            default -> "trust";
        };
    }

    // Such as true, skip-verify, Amazon RDS or {"rejectUnauthorized":false}.
    private static String ssl(String value) {
        if (FALSE.contains(value)) {
            return "disable";
        }
        boolean unproved = value.equals("skipverify") || value.equals("preferred") || value.contains("false");
        return unproved ? "trust" : "verify-full";
    }
}
