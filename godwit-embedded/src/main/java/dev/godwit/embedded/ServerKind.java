package dev.godwit.embedded;

/** A database product that can be started here; SQLite is not among them, since it is a file and needs no server. */
public enum ServerKind {
    /** PostgreSQL 14 to 18. */
    POSTGRES("PostgreSQL", "postgres"),
    /** MySQL 8.0. */
    MYSQL("MySQL", "mysql"),
    /** MariaDB 11.4. */
    MARIADB("MariaDB", "mariadb");

    private final String title;
    private final String scheme;

    ServerKind(String title, String scheme) {
        this.title = title;
        this.scheme = scheme;
    }

    /** Returns the name that the product's makers use. */
    public String title() {
        return title;
    }

    String scheme() {
        return scheme;
    }
}
