package dev.godwit.mysql;

import dev.godwit.core.effect.KnownVersions;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.mysql.MysqlDialect;
import java.util.List;
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

    @Override
    public KnownVersions versions() {
        return KnownVersions.of(product().id(), 2, List.of("8.0.44", "8.4.7"));
    }
}
