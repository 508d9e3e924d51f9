package dev.godwit.mysql;

import dev.godwit.core.effect.KnownVersions;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.mysql.MariadbDialect;
import java.util.List;
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

    @Override
    public KnownVersions versions() {
        return KnownVersions.of(
                product().id(),
                2,
                List.of(
                        "10.6.24",
                        "10.7.8",
                        "10.8.8",
                        "10.9.8",
                        "10.10.7",
                        "10.11.15",
                        "11.0.6",
                        "11.1.6",
                        "11.2.6",
                        "11.3.2",
                        "11.4.9"));
    }
}
