package dev.godwit.it;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.it.TestDatabase.Product;

/**
 * Databases for tests that share them with another tool. On PostgreSQL the tools take a schema of the user's name for the one to
 * work in, so the user must not have the name of the schema of Godwit's own tables.
 */
final class ToolDatabases {
    private static final String USER = "app";
    private static final String PASSWORD = "app-password";

    private ToolDatabases() {}

    static TestDatabase fresh(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        return switch (product) {
            case POSTGRES_18, POSTGRES_14 -> asApplication(database);
            case MYSQL, MARIADB, SQLITE -> database;
        };
    }

    private static TestDatabase asApplication(TestDatabase database) {
        if (database.rows("SELECT 1 FROM pg_roles WHERE rolname = '" + USER + "'")
                .isEmpty()) {
            database.execute("CREATE ROLE " + USER + " LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'");
        }
        DatabaseUrl url = DatabaseUrl.parse(database.url());
        return new TestDatabase(
                database.product(), "postgres://" + USER + ":" + PASSWORD + "@" + url.hosts() + "/" + url.database());
    }
}
