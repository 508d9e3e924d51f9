package dev.godwit.mysql;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.Session;
import dev.godwit.core.effect.ServerVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a server says of itself; what it is decides, not how its URL was written. */
final class Versions {
    // Some MariaDB servers put 5.5.5- before their version, for the sake of old replicas.
    private static final Pattern VERSION = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");

    private Versions() {}

    static Product product(Session session) {
        return product(text(session));
    }

    private static String text(Session session) {
        return session.first("SELECT VERSION()", row -> row.getString(1)).orElseThrow();
    }

    private static Product product(String text) {
        return text.contains("MariaDB") ? Product.MARIADB : Product.MYSQL;
    }

    static ServerVersion supported(Session session) {
        ServerVersion version = parse(text(session));
        Product product = product(version.text());
        if (!version.atLeast(product.major(), product.minor())) {
            throw new ConfigurationException("cannot use " + product.displayName() + " " + version
                    + ": it is older than " + product.major() + "." + product.minor() + ". Upgrade the server");
        }
        return version;
    }

    static ServerVersion parse(String text) {
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.matches()) {
            throw new ConfigurationException(
                    "cannot use this server: its version \"" + text + "\" is not known. Check the URL");
        }
        String patch = matcher.group(3);
        return new ServerVersion(
                product(text).id(),
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch),
                text);
    }
}
