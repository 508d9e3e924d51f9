package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** What rules ask of foreign keys. */
final class ForeignKeys {
    private ForeignKeys() {}

    /** Tells whether a foreign key goes out from the column or ends at it. */
    static boolean uses(Catalog catalog, QualifiedName table, Identifier column) {
        return of(catalog, table).anyMatch(key -> key.columns().contains(column))
                || isReferenced(catalog, table, column);
    }

    /** Returns the foreign keys of a table. */
    static Stream<ForeignKey> of(Catalog catalog, QualifiedName table) {
        return catalog.table(table).stream().flatMap(known -> known.rules(ForeignKey.class));
    }

    /** Tells whether a foreign key ends at the column. */
    static boolean isReferenced(Catalog catalog, QualifiedName table, Identifier column) {
        List<Identifier> key = primaryKey(catalog, table);
        return catalog.referencing(table)
                .flatMap(child -> child.rules(ForeignKey.class))
                .filter(foreign -> catalog.resolve(foreign.references().table()).equals(catalog.resolve(table)))
                .anyMatch(foreign -> foreign.references().columns().contains(column)
                        || (foreign.references().columns().isEmpty() && key.contains(column)));
    }

    /** Returns the columns of a table's primary key. */
    static List<Identifier> primaryKey(Catalog catalog, QualifiedName table) {
        return catalog.table(table).stream()
                .flatMap(known -> known.rules(PrimaryKey.class))
                .flatMap(key -> key.key().columns().stream())
                .toList();
    }
}
