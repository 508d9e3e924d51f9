package dev.godwit.mysql;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.mysql.MariadbDialect;
import java.util.Set;

/** MariaDB. */
public final class MariadbEngine implements FamilyEngine {
    private final Dialect dialect = new MariadbDialect();

    @Override
    public Product product() {
        return Product.MARIADB;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("mariadb");
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }
}
