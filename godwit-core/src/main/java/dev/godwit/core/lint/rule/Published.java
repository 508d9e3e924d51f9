package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Publication;
import dev.godwit.sql.QualifiedName;
import java.util.Optional;

/** Tells which tables are sent to others by logical replication. */
final class Published {
    private Published() {}

    /** Returns a publication that has the table. */
    static Optional<Publication> with(Catalog catalog, QualifiedName table) {
        QualifiedName wanted = catalog.resolve(table);
        return catalog.publications().stream()
                .filter(publication -> publication.scope().equals("ALL TABLES")
                        || publication.tables().stream()
                                .anyMatch(member ->
                                        catalog.resolve(member.table()).equals(wanted)))
                .findFirst();
    }
}
