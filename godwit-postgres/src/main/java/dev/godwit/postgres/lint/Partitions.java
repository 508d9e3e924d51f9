package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.sql.QualifiedName;

/** What rules ask of partitioned tables. */
final class Partitions {
    private Partitions() {}

    static boolean isPartitioned(Catalog catalog, QualifiedName table) {
        return catalog.table(table)
                .filter(known -> known.partitioning().isPresent())
                .isPresent();
    }
}
