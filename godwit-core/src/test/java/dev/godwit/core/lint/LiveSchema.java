package dev.godwit.core.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.CatalogBuilder;
import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.catalog.Measures;
import dev.godwit.core.catalog.Sequence;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the server of a fixture says.
 *
 * @param definitions in SQL
 * @param measures as in {@code users rows=5000000 bytes=1000000000}
 * @param sequences as in {@code users_id_seq 2000000000}
 */
record LiveSchema(List<String> definitions, List<String> measures, List<String> sequences) {
    LiveSchema {
        definitions = List.copyOf(definitions);
        measures = List.copyOf(measures);
        sequences = List.copyOf(sequences);
    }

    Optional<Catalog> catalog(Conventions conventions) {
        if (definitions.isEmpty()) {
            return Optional.empty();
        }
        var builder = new CatalogBuilder(conventions);
        definitions.forEach(builder::define);
        measures.forEach(line -> measure(builder, line));
        sequences.forEach(line -> advance(builder, line));
        if (!builder.unread().isEmpty()) {
            throw new IllegalArgumentException("cannot read " + builder.unread());
        }
        return Optional.of(builder.build());
    }

    private static QualifiedName name(CatalogBuilder builder, String text) {
        return builder.resolve(new QualifiedName(
                Stream.of(text.split("\\.", -1)).map(Identifier::new).toList()));
    }

    private static void measure(CatalogBuilder builder, String line) {
        String[] words = line.split("\\s+", -1);
        Map<String, Long> values = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            values.put(pair[0], Long.parseLong(pair[1].replace("_", "")));
        }
        QualifiedName table = name(builder, words[0]);
        if (builder.table(table).isEmpty()) {
            throw new IllegalArgumentException("no such table: " + line);
        }
        builder.change(
                table,
                known -> known.with(new Measures(
                        values.getOrDefault("rows", 0L),
                        values.getOrDefault("bytes", 0L),
                        values.getOrDefault("indexBytes", 0L),
                        values.getOrDefault("writes", 0L),
                        values.getOrDefault("reads", 0L))));
    }

    private static void advance(CatalogBuilder builder, String line) {
        String[] words = line.split("\\s+", 2);
        builder.put(new Sequence(
                name(builder, words[0]),
                "bigint",
                Optional.empty(),
                Optional.of(Long.parseLong(words[1].replace("_", "")))));
    }
}
