package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.Optional;

/**
 * A sequence.
 *
 * @param type bigint unless said
 * @param ownedBy the table that it belongs to
 * @param column the column of that table, as far as known
 * @param lastValue where a server was asked
 */
public record Sequence(
        QualifiedName name,
        String type,
        Optional<QualifiedName> ownedBy,
        Optional<Identifier> column,
        Optional<Long> lastValue) {
    /** One of which no column is known. */
    public Sequence(QualifiedName name, String type, Optional<QualifiedName> ownedBy, Optional<Long> lastValue) {
        this(name, type, ownedBy, Optional.empty(), lastValue);
    }

    Sequence with(QualifiedName changed, Optional<QualifiedName> owner) {
        return new Sequence(changed, type, owner, column, lastValue);
    }
}
