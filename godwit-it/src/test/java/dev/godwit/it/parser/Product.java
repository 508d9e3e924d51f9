package dev.godwit.it.parser;

import dev.godwit.sql.Dialect;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A product whose parser is compared. */
enum Product {
    POSTGRES("valid", GodwitTypes.POSTGRES, "postgres"),
    MYSQL("mysql8", GodwitTypes.MYSQL, "mysql"),
    MARIADB("mariadb1011", GodwitTypes.MYSQL, "mariadb"),
    SQLITE("sqlite354", GodwitTypes.SQLITE, "sqlite");

    private final String validity;
    private final GodwitTypes types;
    private final String dialect;

    Product(String validity, GodwitTypes types, String dialect) {
        this.validity = validity;
        this.types = types;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return Dialects.named(dialect);
    }

    GodwitReading reading() {
        return new GodwitReading(types);
    }

    /** Loads what judges it; MySQL's grammar reads some that MariaDB's does not, and means the same. */
    Judge judge() throws IOException {
        return switch (this) {
            case POSTGRES -> PostgresJudge.load();
            case MYSQL -> new MysqlJudge();
            case MARIADB -> new FirstJudge(List.of(new MariadbJudge(), new MysqlJudge()));
            case SQLITE -> SqliteJudge.open();
        };
    }

    /** Returns whether a server of the product took the statement; empty where the corpus does not say. */
    Optional<Boolean> validity(Map<String, ?> line) {
        return Optional.ofNullable(line.get(validity)).map(Boolean.TRUE::equals);
    }
}
