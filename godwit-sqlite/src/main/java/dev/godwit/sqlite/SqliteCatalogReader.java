package dev.godwit.sqlite;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.CatalogBuilder;
import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.db.Session;
import dev.godwit.core.engine.CatalogReader;

/** Reads a schema from the texts that SQLite keeps of it. */
final class SqliteCatalogReader implements CatalogReader {
    // What the library keeps for itself, such as sqlite_sequence, is no part of the schema.
    private static final String DEFINITIONS =
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid";

    private final Conventions conventions;

    SqliteCatalogReader(Conventions conventions) {
        this.conventions = conventions;
    }

    @Override
    public Catalog read(Session session) {
        CatalogBuilder builder = new CatalogBuilder(conventions);
        session.query(DEFINITIONS, row -> row.getString(1)).forEach(builder::define);
        builder.unread()
                .forEach(text -> System.getLogger(SqliteCatalogReader.class.getName())
                        .log(System.Logger.Level.WARNING, () -> "cannot read a definition of the database: " + text));
        new SqliteSizes(session, conventions.dialect()).measure(builder);
        return builder.build();
    }
}
