package dev.godwit.sql.mysql;

/** MySQL or MariaDB. */
enum Product {
    MYSQL("MySQL"),
    MARIADB("MariaDB");

    private final String shown;

    Product(String shown) {
        this.shown = shown;
    }

    /** Returns how people write it. */
    String shown() {
        return shown;
    }
}
