package dev.godwit.core.catalog;

import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.QualifiedName;
import java.util.List;

/**
 * A publication.
 *
 * @param scope {@code ALL TABLES}, or empty
 */
public record Publication(QualifiedName name, String scope, List<PublicationTables.Member> tables) {
    public Publication {
        tables = List.copyOf(tables);
    }
}
