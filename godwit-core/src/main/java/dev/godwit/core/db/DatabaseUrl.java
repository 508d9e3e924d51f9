package dev.godwit.core.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a database is, read from a JDBC URL or from the URL that other tools use. The password is never part of
 * {@link #toString}.
 *
 * @param scheme lower case, without {@code jdbc:}, for example {@code postgres} or {@code file}
 * @param hosts {@code host:port}, several separated by commas, empty for a file
 * @param database the name of the database, for a file its path
 * @param parameters what stands after the question mark, decoded, without user and password
 */
public record DatabaseUrl(
        String scheme,
        String hosts,
        String database,
        Optional<String> user,
        Optional<String> password,
        Map<String, String> parameters) {
    private static final String HIDDEN = "***";

    public DatabaseUrl {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Reads a URL.
     *
     * @throws ConfigurationException if it has no scheme; the message does not repeat the text, which may hold a password
     */
    public static DatabaseUrl parse(String text) {
        String url = text.strip();
        String plain = url.regionMatches(true, 0, "jdbc:", 0, 5) ? url.substring(5) : url;
        int colon = plain.indexOf(':');
        if (colon <= 0) {
            throw new ConfigurationException(
                    "cannot read database URL: it has no scheme. Write it as postgres://user@host:5432/database,"
                            + " mysql://user@host:3306/database, mariadb://…, file:path.db or as a JDBC URL");
        }
        String scheme = plain.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = plain.substring(colon + 1);
        int question = rest.indexOf('?');
        Map<String, String> parameters =
                question < 0 ? new LinkedHashMap<>() : parameters(rest.substring(question + 1));
        String location = question < 0 ? rest : rest.substring(0, question);
        return isFile(scheme) ? file(scheme, location, parameters) : server(scheme, location, parameters);
    }

    private static boolean isFile(String scheme) {
        return scheme.equals("file") || scheme.startsWith("sqlite");
    }

    private static DatabaseUrl file(String scheme, String location, Map<String, String> parameters) {
        String path = location.startsWith("//") ? filePath(location) : location;
        return new DatabaseUrl(scheme, "", decode(path, false), Optional.empty(), Optional.empty(), parameters);
    }

    // file:///a/b and sqlite:///a/b are absolute; sqlite://a.db and sqlite:a.db are relative, as their users mean them.
    private static String filePath(String location) {
        return location.substring(2);
    }

    private static DatabaseUrl server(String scheme, String location, Map<String, String> parameters) {
        String rest = location.startsWith("//") ? location.substring(2) : location;
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String database = slash < 0 ? "" : decode(rest.substring(slash + 1), false);
        int at = authority.lastIndexOf('@');
        String hosts = authority.substring(at + 1);
        Optional<String> user = Optional.ofNullable(parameters.remove("user"));
        Optional<String> password = Optional.ofNullable(parameters.remove("password"));
        if (at >= 0) {
            String login = authority.substring(0, at);
            int colon = login.indexOf(':');
            user = Optional.of(decode(colon < 0 ? login : login.substring(0, colon), false));
            password = colon < 0 ? password : Optional.of(decode(login.substring(colon + 1), false));
        }
        return new DatabaseUrl(scheme, hosts, database, user, password, parameters);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (!key.isEmpty()) {
                parameters.put(decode(key, true), equals < 0 ? "" : decode(pair.substring(equals + 1), true));
            }
        }
        return parameters;
    }

    // A plus is a space in a query but itself in a path. A text that is not well escaped is taken as it stands.
    private static String decode(String text, boolean query) {
        try {
            return URLDecoder.decode(query ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Returns this URL with another user or password, where given. */
    public DatabaseUrl withLogin(Optional<String> newUser, Optional<String> newPassword) {
        return new DatabaseUrl(
                scheme, hosts, database, newUser.or(this::user), newPassword.or(this::password), parameters);
    }

    /** Removes the password of this URL from a text, also where it is percent-encoded. */
    public String redact(String text) {
        String secret = password.orElse("");
        if (secret.isEmpty()) {
            return text;
        }
        String encoded = java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return text.replace(secret, HIDDEN).replace(encoded, HIDDEN).replace(encoded.replace("+", "%20"), HIDDEN);
    }

    /** Returns the URL for people, with the password hidden. */
    @Override
    public String toString() {
        if (hosts.isEmpty()) {
            return scheme + ":" + database;
        }
        String login = user.map(name -> name + (password.isPresent() ? ":" + HIDDEN : "") + "@")
                .orElse("");
        String query = parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + shown(entry))
                        .collect(Collectors.joining("&", "?", ""));
        return scheme + "://" + login + hosts + "/" + database + query;
    }

    private static String shown(Map.Entry<String, String> parameter) {
        return parameter.getKey().toLowerCase(Locale.ROOT).contains("pass") ? HIDDEN : parameter.getValue();
    }
}
