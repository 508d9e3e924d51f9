package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/**
 * An index that a table's definition holds, as MySQL and MariaDB have it.
 *
 * @param kind {@code INDEX}, {@code FULLTEXT}, {@code SPATIAL}, {@code VECTOR}
 * @param method {@code BTREE}, {@code HASH}
 * @param options visibility, comment, parser and the like
 */
public record TableIndex(
        SourceSpan span,
        String kind,
        Optional<Identifier> name,
        Optional<Identifier> method,
        List<IndexElement> elements,
        List<Option> options) {
    public TableIndex {
        elements = List.copyOf(elements);
        options = List.copyOf(options);
    }
}
