package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A view or materialized view.
 *
 * @param kind VIEW or MATERIALIZED VIEW
 * @param columns as far as they are known, in order
 * @param reads every relation that it reads from, as far as known
 * @param mentions every name in its query
 * @param indexes of a materialized view
 */
public record View(
        QualifiedName name,
        String kind,
        List<Identifier> columns,
        Set<QualifiedName> reads,
        Set<String> mentions,
        List<Index> indexes,
        Age age,
        Optional<Measures> measures) {
    public View {
        columns = List.copyOf(columns);
        reads = Set.copyOf(reads);
        mentions = Set.copyOf(mentions);
        indexes = List.copyOf(indexes);
    }

    View withAge(Age changed) {
        return new View(name, kind, columns, reads, mentions, indexes, changed, measures);
    }

    View withName(QualifiedName changed) {
        return new View(changed, kind, columns, reads, mentions, indexes, age, measures);
    }

    /** Returns the same with those columns. */
    public View withColumns(List<Identifier> changed) {
        return new View(name, kind, changed, reads, mentions, indexes, age, measures);
    }

    /** Returns the same reading from those. */
    public View withReads(Set<QualifiedName> changed) {
        return new View(name, kind, columns, changed, mentions, indexes, age, measures);
    }

    View withMentions(Set<String> changed) {
        return new View(name, kind, columns, reads, changed, indexes, age, measures);
    }

    /** Returns the same with those indexes. */
    public View withIndexes(List<Index> changed) {
        return new View(name, kind, columns, reads, mentions, changed, age, measures);
    }

    /** Returns the same with that size. */
    public View with(Measures measured) {
        return new View(name, kind, columns, reads, mentions, indexes, age, Optional.of(measured));
    }
}
