package dev.godwit.core.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final int SHORTEST_UNMISTAKABLE = 4;
    private static final List<String> SECRET_KEYS = List.of("pass", "pwd", "secret", "token");
    private static final Pattern HOST = Pattern.compile("(\\[[^]\\[@]*]|[^:\\[\\]@]*)(:\\d{0,5})?");

    public DatabaseUrl {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Reads a URL.
     *
     * @throws ConfigurationException if it has no scheme, or what should be a host is none; the message does not repeat the text, which
     *     may hold a password
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
        boolean hasHosts = location.startsWith("//");
        String rest = hasHosts ? location.substring(2) : location;
        int slash = hasHosts ? rest.indexOf('/') : -1;
        String authority = hasHosts ? (slash < 0 ? rest : rest.substring(0, slash)) : "";
        String path = hasHosts ? (slash < 0 ? "" : rest.substring(slash + 1)) : withoutSlash(rest);
        int at = authority.lastIndexOf('@');
        String hosts = authority.substring(at + 1);
        refuseMisplaced(hosts, path, parameters);
        Optional<String> user = Optional.ofNullable(parameters.remove("user"));
        Optional<String> password = Optional.ofNullable(parameters.remove("password"));
        if (at >= 0) {
            String login = authority.substring(0, at);
            int colon = login.indexOf(':');
            user = Optional.of(decode(colon < 0 ? login : login.substring(0, colon), false));
            password = colon < 0 ? password : Optional.of(decode(login.substring(colon + 1), false));
        }
        return new DatabaseUrl(scheme, hosts, decode(path, false), user, password, parameters);
    }

    // jdbc:postgresql:shop and jdbc:postgresql:/shop mean a database on this machine.
    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    // A slash or question mark that stands unencoded in a password moves the rest of it to where it would be shown.
    private static void refuseMisplaced(String hosts, String path, Map<String, String> parameters) {
        boolean known = Stream.of(hosts.split(",", -1))
                .allMatch(host -> HOST.matcher(host).matches());
        boolean late = path.contains("@")
                || path.contains("://")
                || parameters.keySet().stream().anyMatch(key -> key.contains("@"));
        if (!known || late) {
            throw new ConfigurationException(
                    "cannot read database URL: its host or port is none. Write scheme://user:password@host:port/database,"
                            + " IPv6 addresses in brackets, and in user and password %2F for a slash, %3F for a question mark,"
                            + " %40 for @, %3A for a colon");
        }
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

    /**
     * Removes the passwords of this URL from a text, also where they are percent-encoded. One of less than four characters is looked
     * for only where a password stands, after a colon or an equals sign: elsewhere it is part of other words.
     */
    public String redact(String text) {
        String redacted = text;
        for (String secret : secrets()) {
            boolean isShort = secret.codePointCount(0, secret.length()) < SHORTEST_UNMISTAKABLE;
            String form = anyForm(secret);
            String pattern = isShort ? "(?<=[:=][\"']?)" + form + "(?![\\p{L}\\p{N}/])" : form;
            redacted = redacted.replaceAll(pattern, Matcher.quoteReplacement(HIDDEN));
        }
        return redacted;
    }

    // The longest first: one may be a part of another.
    private List<String> secrets() {
        return Stream.concat(
                        password.stream(),
                        parameters.entrySet().stream()
                                .filter(DatabaseUrl::isSecret)
                                .map(Map.Entry::getValue))
                .filter(secret -> !secret.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String anyForm(String secret) {
        return secret.codePoints().mapToObj(DatabaseUrl::anyForm).collect(Collectors.joining());
    }

    private static String anyForm(int character) {
        String plain = Character.toString(character);
        String encoded = HexFormat.of().withPrefix("%").formatHex(plain.getBytes(StandardCharsets.UTF_8));
        // The longer form first: of %25 the plain form is a part.
        return "(?:(?i:" + encoded + ")|" + Pattern.quote(plain) + (character == ' ' ? "|\\+" : "") + ")";
    }

    /** Returns the URL for people, with passwords hidden. */
    @Override
    public String toString() {
        if (isFile(scheme)) {
            return scheme + ":" + database;
        }
        String login = user.map(name -> name + (password.isPresent() ? ":" + HIDDEN : "") + "@")
                .orElse("");
        String query = parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + (isSecret(entry) ? HIDDEN : entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
        return scheme + "://" + login + hosts + "/" + database + query;
    }

    private static boolean isSecret(Map.Entry<String, String> parameter) {
        String key = parameter.getKey().toLowerCase(Locale.ROOT);
        return SECRET_KEYS.stream().anyMatch(key::contains);
    }
}
