package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.View;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Reindex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges {@code REINDEX}: the table can be read, but whoever plans a query on it opens all of its indexes. */
final class ReindexEffects {
    private ReindexEffects() {}

    // In a transaction it is refused for a schema, a database and all that is partitioned; alone it may be repeated at
    // will.
    static void judge(Scene scene, Reindex reindex) {
        Schema schema = scene.schema();
        boolean concurrent = reindex.concurrency() == Concurrency.CONCURRENTLY;
        scene.impact().outsideTransactions();
        Optional<QualifiedName> named = reindex.name().map(schema::name);
        switch (reindex.target()) {
            case "INDEX" ->
                named.ifPresent(name -> {
                    if (!scene.stopsAtMissing(name, Guard.NONE)) {
                        reindexOne(scene, name, concurrent);
                    }
                });
            case "TABLE" ->
                named.ifPresent(name -> {
                    if (!scene.stopsAtMissing(name, Guard.NONE)) {
                        family(schema, name).forEach(member -> reindexAll(scene, member, concurrent));
                    }
                });
            case "SCHEMA" ->
                named.ifPresent(name ->
                        schemaTables(schema, name.last()).forEach(table -> reindexAll(scene, table, concurrent)));
            default ->
                scene.impact().lock(TableLock.EVERYTHING, concurrent ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
        }
    }

    private static List<QualifiedName> family(Schema schema, QualifiedName table) {
        return schema.isPartitioned(table) ? schema.family(table) : List.of(table);
    }

    private static List<QualifiedName> schemaTables(Schema schema, Identifier wanted) {
        return Stream.concat(
                        schema.catalog().tables().stream()
                                .filter(table -> table.partitioning().isEmpty())
                                .map(Table::name),
                        schema.catalog().views().stream()
                                .filter(view -> !view.indexes().isEmpty())
                                .map(View::name))
                .filter(name -> (name.parts().size() == 1
                                ? "public"
                                : name.parts().getFirst().name())
                        .equals(wanted.name()))
                .toList();
    }

    private static void reindexOne(Scene scene, QualifiedName index, boolean concurrent) {
        Schema schema = scene.schema();
        Optional<QualifiedName> owner = schema.indexOwner(index);
        PostgresLock onIndex = concurrent ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        if (owner.isEmpty()) {
            scene.impact().lock(index, onIndex);
            scene.impact().work(index, Work.INDEX_BUILD);
            return;
        }
        for (QualifiedName member : family(schema, owner.get())) {
            scene.impact().lock(member, concurrent ? SHARE_UPDATE_EXCLUSIVE : SHARE);
            if (schema.holdsRows(member)) {
                scene.impact().work(member, Work.INDEX_BUILD);
            }
            partOf(schema, index, member).ifPresent(part -> scene.impact().lockIndex(part, member, onIndex));
        }
    }

    // The index itself, or its part on a partition.
    private static Optional<QualifiedName> partOf(Schema schema, QualifiedName index, QualifiedName member) {
        Optional<Index> whole = schema.index(index);
        return schema.table(member)
                .flatMap(table -> table.indexes().stream()
                        .filter(own -> own.name().filter(index.last()::equals).isPresent()
                                || whole.filter(of -> PartitionEffects.matches(own, of))
                                        .isPresent())
                        .findFirst())
                .flatMap(Index::name)
                .map(name -> IndexEffects.beside(member, name))
                .or(() -> schema.catalog().view(member).map(view -> index));
    }

    private static void reindexAll(Scene scene, QualifiedName table, boolean concurrent) {
        Schema schema = scene.schema();
        scene.impact().lock(table, concurrent ? SHARE_UPDATE_EXCLUSIVE : SHARE);
        Stream<Index> indexes = Stream.concat(
                schema.table(table).stream().flatMap(known -> known.indexes().stream()),
                schema.catalog().view(table).stream().flatMap(known -> known.indexes().stream()));
        PostgresLock onIndex = concurrent ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        List<Identifier> names = indexes.flatMap(index -> index.name().stream()).toList();
        if (schema.isPartitioned(table)) {
            return;
        }
        names.forEach(name -> scene.impact().lockIndex(IndexEffects.beside(table, name), table, onIndex));
        // What is not known may have indexes, and without one it is not locked this strongly.
        boolean unknown = !schema.isKnown(table);
        if (unknown) {
            scene.impact().lock(table, onIndex);
        }
        if (unknown || (!names.isEmpty() && schema.holdsRows(table))) {
            scene.impact().work(table, Work.INDEX_BUILD);
        }
    }
}
