package dev.godwit.it.parser;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.mysql.MariadbDialect;
import dev.godwit.sql.mysql.MysqlDialect;
import dev.godwit.sql.postgres.PostgresDialect;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A product whose parser is compared. */
enum Product {
    POSTGRES("valid", GodwitTypes.POSTGRES, new PostgresDialect()),
    MYSQL("mysql8", GodwitTypes.MYSQL, new MysqlDialect()),
    MARIADB("mariadb1011", GodwitTypes.MYSQL, new MariadbDialect());

    private final String validity;
    private final GodwitTypes types;
    private final Dialect dialect;

    Product(String validity, GodwitTypes types, Dialect dialect) {
        this.validity = validity;
        this.types = types;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    GodwitReading reading() {
        return new GodwitReading(types);
    }

    /** Loads the grammar that judges it. */
    Judge judge() throws IOException {
        return switch (this) {
            case POSTGRES -> PostgresJudge.load();
            case MYSQL -> new MysqlJudge();
            case MARIADB -> new MariadbJudge();
        };
    }

    /** Returns whether a server of the product took the statement; empty where the corpus does not say. */
    Optional<Boolean> validity(Map<String, ?> line) {
        return Optional.ofNullable(line.get(validity)).map(Boolean.TRUE::equals);
    }
}
