package dev.godwit.mysql;

/** The two products, with the oldest release of each that is supported. */
enum Product {
    MYSQL("mysql", "MySQL", 8, 0),
    MARIADB("mariadb", "MariaDB", 10, 6);

    private final String id;
    private final String displayName;
    private final int major;
    private final int minor;

    Product(String id, String displayName, int major, int minor) {
        this.id = id;
        this.displayName = displayName;
        this.major = major;
        this.minor = minor;
    }

    String id() {
        return id;
    }

    String displayName() {
        return displayName;
    }

    int major() {
        return major;
    }

    int minor() {
        return minor;
    }
}
