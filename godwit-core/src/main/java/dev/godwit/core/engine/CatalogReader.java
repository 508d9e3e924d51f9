package dev.godwit.core.engine;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.db.Session;

/** Reads from a server what its schema is, and how large. */
@FunctionalInterface
public interface CatalogReader {
    /**
     * Reads all that the session's user can see of the database that it is connected to. Takes no lock that anybody waits for, and looks at no rows but
     * to count those of small files.
     *
     * @throws dev.godwit.core.db.DatabaseException if the server refuses
     */
    Catalog read(Session session);
}
