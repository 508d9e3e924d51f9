package dev.godwit.core.catalog;

import dev.godwit.sql.QualifiedName;
import java.util.Optional;

/**
 * A sequence.
 *
 * @param type bigint unless said
 * @param ownedBy the table that it belongs to
 * @param lastValue where a server was asked
 */
public record Sequence(QualifiedName name, String type, Optional<QualifiedName> ownedBy, Optional<Long> lastValue) {}
