package dev.godwit.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The last guard before output: removes passwords from texts that quote what the user wrote, and every password that this run has come
 * to know.
 */
public final class Secrets {
    private static final String HIDDEN = "***";

    private final List<String> known = new ArrayList<>();

    /** Remembers a password. */
    public void add(String password) {
        if (!password.isEmpty()) {
            known.add(password);
        }
    }

    /** Returns {@code text} without passwords. */
    public String hide(String text) {
        String hidden = text;
        for (String secret : known) {
            String encoded = java.net.URLEncoder.encode(secret, java.nio.charset.StandardCharsets.UTF_8);
            hidden = hidden.replace(secret, HIDDEN)
                    .replace(encoded, HIDDEN)
                    .replace(encoded.replace("+", "%20"), HIDDEN);
        }
        if (hidden.contains("://")) {
            hidden = Patterns.LOGIN.matcher(hidden).replaceAll("$1:" + HIDDEN + "@");
        }
        return hidden.contains("=") ? Patterns.PARAMETER.matcher(hidden).replaceAll("$1" + HIDDEN) : hidden;
    }

    // Loaded only when there is something to search for: patterns cost start-up time.
    private static final class Patterns {
        private static final Pattern LOGIN = Pattern.compile("(://[^:/@\\s\"']*):[^/\\s\"']*@");
        private static final Pattern PARAMETER = Pattern.compile("(?i)([?&]\\w*password=)[^&\\s\"']*");
    }
}
