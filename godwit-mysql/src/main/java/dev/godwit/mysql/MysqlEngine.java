package dev.godwit.mysql;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.mysql.MysqlDialect;
import java.util.Set;

/** MySQL, and any server that speaks as it does. */
public final class MysqlEngine implements FamilyEngine {
    private final Dialect dialect = new MysqlDialect();

    @Override
    public Product product() {
        return Product.MYSQL;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("mysql", "mysql2");
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }
}
