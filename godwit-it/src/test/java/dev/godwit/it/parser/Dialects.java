package dev.godwit.it.parser;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.mysql.MariadbDialect;
import dev.godwit.sql.mysql.MysqlDialect;
import dev.godwit.sql.postgres.PostgresDialect;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.util.List;

/** The dialects that Godwit reads. */
public final class Dialects {
    private static final List<String> NAMES = List.of("postgres", "mysql", "mariadb", "sqlite");

    private Dialects() {}

    /** Returns their names. */
    public static List<String> names() {
        return NAMES;
    }

    /** Makes one, and loads no class of another. */
    public static Dialect named(String name) {
        return switch (name) {
            case "postgres" -> new PostgresDialect();
            case "mysql" -> new MysqlDialect();
            case "mariadb" -> new MariadbDialect();
            case "sqlite" -> new SqliteDialect();
            default -> throw new IllegalArgumentException("no dialect \"" + name + "\"");
        };
    }
}
