package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.View;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAttribute.Generated.Storing;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Reindex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges {@code CREATE INDEX}, {@code DROP INDEX} and {@code REINDEX}. */
final class IndexEffects {
    private IndexEffects() {}

    static void create(Scene scene, CreateIndex create) {
        Schema schema = scene.schema();
        QualifiedName table = schema.name(create.table());
        Impact impact = scene.impact();
        boolean concurrent = create.concurrency() == Concurrency.CONCURRENTLY;
        if (concurrent) {
            impact.outsideTransactions();
        }
        if (scene.stopsAtMissing(table, Guard.NONE)) {
            return;
        }
        refuse(scene, create, table);
        PostgresLock lock = concurrent ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        boolean there = create.name()
                .map(name -> beside(table, name.last()))
                .filter(schema::isKnown)
                .isPresent();
        if (there) {
            impact.refuseIf(create.guard() != Guard.IF_NOT_EXISTS, "relation \"" + create.name().get() + "\" is there already");
            impact.lock(table, lock);
            return;
        }
        List<QualifiedName> family =
                create.scope() == AlterTable.Scope.ONLY || !schema.isPartitioned(table) ? List.of(table) : schema.family(table);
        impact.lock(family, lock);
        Index wanted = index(create);
        family.stream()
                .filter(schema::holdsRows)
                .filter(member -> family.size() == 1 || !PartitionEffects.hasFree(schema, table, member, wanted))
                .forEach(member -> impact.work(member, Work.INDEX_BUILD));
        if (create.isUnique()) {
            impact.breaks(
                    Breakage.Kind.VALUE_REFUSED, table, create.name().map(name -> name.last().name()).orElse(""));
        }
    }

    private static QualifiedName beside(QualifiedName table, Identifier name) {
        return new QualifiedName(Stream.concat(
                        table.parts().subList(0, table.parts().size() - 1).stream(), Stream.of(name))
                .toList());
    }

    private static Index index(CreateIndex create) {
        return new Index(
                Optional.empty(),
                create.kind(),
                create.method(),
                create.elements(),
                create.include(),
                create.where(),
                Index.Validity.VALID);
    }

    private static void refuse(Scene scene, CreateIndex create, QualifiedName table) {
        Impact impact = scene.impact();
        Schema schema = scene.schema();
        if (create.nulls() != ConstraintRule.Nulls.UNSAID) {
            scene.needs(15, "NULLS NOT DISTINCT");
        }
        impact.refuseIf(
                schema.catalog().view(table).filter(view -> view.kind().equals("VIEW")).isPresent(),
                "\"" + table + "\" is a view");
        impact.refuseIf(
                create.concurrency() == Concurrency.CONCURRENTLY && schema.isPartitioned(table),
                "\"" + table + "\" is partitioned, so that it cannot be done CONCURRENTLY");
        impact.refuseIf(
                schema.table(table).filter(known -> known.kind().equals("FOREIGN TABLE")).isPresent(),
                "\"" + table + "\" is a foreign table");
        refuseWithoutPartitionKey(scene, create, table);
        Stream.concat(
                        create.elements().stream().flatMap(element -> element.column().stream()),
                        create.include().stream())
                .filter(column -> schema.lacks(table, column))
                .forEach(column -> impact.refuse("\"" + table + "\" has no column \"" + column + "\""));
        boolean virtual = create.elements().stream()
                .flatMap(element -> element.column().stream())
                .anyMatch(column -> isVirtual(schema, table, column));
        impact.refuseIf(virtual, "an index cannot be on a virtual column");
    }

    private static void refuseWithoutPartitionKey(Scene scene, CreateIndex create, QualifiedName table) {
        if (create.isUnique()) {
            List<String> columns = create.elements().stream()
                    .flatMap(element -> element.column().stream())
                    .map(Identifier::name)
                    .toList();
            scene.schema().table(table)
                    .flatMap(Table::partitioning)
                    .filter(scheme -> !columns.containsAll(scheme.columns()))
                    .ifPresent(scheme -> scene.impact().refuse("it lacks a column of the partition key"));
        }
    }

    private static boolean isVirtual(Schema schema, QualifiedName table, Identifier column) {
        return schema.table(table)
                .flatMap(known -> known.column(column))
                .flatMap(Column::generated)
                .filter(generated -> generated.storing() != Storing.STORED)
                .isPresent();
    }

    static void drop(Scene scene, DropIndex drop) {
        Impact impact = scene.impact();
        boolean concurrent = drop.concurrency() == Concurrency.CONCURRENTLY;
        if (concurrent) {
            impact.outsideTransactions();
            impact.refuseIf(drop.names().size() > 1, "DROP INDEX CONCURRENTLY takes one index at a time");
            impact.refuseIf(drop.behavior() == Behavior.CASCADE, "DROP INDEX CONCURRENTLY knows no CASCADE");
        }
        for (QualifiedName written : drop.names()) {
            QualifiedName name = scene.schema().name(written);
            if (!scene.stopsAtMissing(name, drop.guard())) {
                drop(scene, drop, name);
            }
        }
    }

    private static void drop(Scene scene, DropIndex drop, QualifiedName name) {
        Schema schema = scene.schema();
        Impact impact = scene.impact();
        boolean concurrent = drop.concurrency() == Concurrency.CONCURRENTLY;
        Optional<QualifiedName> owner = schema.indexOwner(name);
        PostgresLock lock = concurrent ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        impact.lose(Loss.Kind.INDEX, owner.orElse(name), name.last().name());
        if (owner.isEmpty()) {
            impact.lock(name, lock);
            return;
        }
        QualifiedName table = owner.get();
        refuseNeeded(scene, table, name.last(), drop.behavior());
        boolean partitioned = schema.isPartitioned(table);
        impact.refuseIf(concurrent && partitioned, "\"" + table + "\" is partitioned, so that it cannot be done CONCURRENTLY");
        impact.lock(partitioned ? schema.family(table) : List.of(table), lock);
        if (concurrent) {
            impact.lockDeadIndex(name, ACCESS_EXCLUSIVE);
        }
        if (schema.index(name).filter(Index::isUnique).isPresent()) {
            impact.breaks(Breakage.Kind.GUARANTEE_GONE, table, name.last().name());
        }
    }

    private static void refuseNeeded(Scene scene, QualifiedName table, Identifier index, Behavior behavior) {
        Schema schema = scene.schema();
        boolean ofConstraint = schema.table(table)
                .flatMap(known -> known.constraint(index))
                .filter(constraint -> !(constraint.rule() instanceof ConstraintRule.Check
                        || constraint.rule() instanceof ConstraintRule.ForeignKey
                        || constraint.rule() instanceof ConstraintRule.NotNull))
                .isPresent();
        scene.impact().refuseIf(ofConstraint, "a constraint is made of it");
        boolean ofParent = schema.table(table)
                .flatMap(known -> known.index(index))
                .filter(own -> schema.table(table).flatMap(Table::partitionOf).isPresent()
                        && schema.parents(table)
                                .flatMap(parent -> schema.table(parent).stream())
                                .flatMap(parent -> parent.indexes().stream())
                                .anyMatch(above -> PartitionEffects.matches(own, above)))
                .isPresent();
        scene.impact().refuseIf(ofParent, "an index of the partitioned table needs it");
        List<Identifier> columns = schema.table(table)
                .flatMap(known -> known.index(index))
                .filter(Index::isUnique)
                .map(known -> known.elements().stream()
                        .flatMap(element -> element.column().stream())
                        .toList())
                .orElse(List.of());
        boolean referred = !columns.isEmpty()
                && !hasConstraint(schema, table, columns)
                && schema.incoming(table)
                        .anyMatch(reference -> schema.targetColumns(reference.key()).equals(columns));
        scene.impact().refuseIf(referred && behavior != Behavior.CASCADE, "a foreign key refers to its columns");
    }

    private static boolean hasConstraint(Schema schema, QualifiedName table, List<Identifier> columns) {
        return schema.table(table).stream()
                .flatMap(known -> known.constraints().stream())
                .anyMatch(constraint -> switch (constraint.rule()) {
                    case ConstraintRule.PrimaryKey key -> key.key().columns().equals(columns);
                    case ConstraintRule.Unique key -> key.key().columns().equals(columns);
                    case ConstraintRule.Check other -> false;
                    case ConstraintRule.NotNull other -> false;
                    case ConstraintRule.ForeignKey other -> false;
                    case ConstraintRule.Exclude other -> false;
                });
    }

    // In a transaction it is refused for a schema, a database and all that is partitioned; alone it may be repeated at will.
    static void reindex(Scene scene, Reindex reindex) {
        Schema schema = scene.schema();
        boolean concurrent = reindex.concurrency() == Concurrency.CONCURRENTLY;
        scene.impact().outsideTransactions();
        Optional<QualifiedName> named = reindex.name().map(schema::name);
        switch (reindex.target()) {
            case "INDEX" -> named.ifPresent(name -> {
                if (!scene.stopsAtMissing(name, Guard.NONE)) {
                    reindexOne(scene, name, concurrent);
                }
            });
            case "TABLE" -> named.ifPresent(name -> {
                if (!scene.stopsAtMissing(name, Guard.NONE)) {
                    family(schema, name).forEach(member -> reindexAll(scene, member, concurrent));
                }
            });
            case "SCHEMA" -> named.ifPresent(name -> schemaTables(schema, name.last())
                    .forEach(table -> reindexAll(scene, table, concurrent)));
            default -> scene.impact()
                    .lock(TableLock.EVERYTHING, concurrent ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
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
                .filter(name -> (name.parts().size() == 1 ? "public" : name.parts().getFirst().name()).equals(wanted.name()))
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
            partOf(schema, index, member)
                    .ifPresent(part -> scene.impact().lockIndex(part, member, onIndex));
        }
    }

    // The index itself, or its part on a partition.
    private static Optional<QualifiedName> partOf(Schema schema, QualifiedName index, QualifiedName member) {
        Optional<Index> whole = schema.index(index);
        return schema.table(member)
                .flatMap(table -> table.indexes().stream()
                        .filter(own -> own.name().filter(index.last()::equals).isPresent()
                                || whole.filter(of -> PartitionEffects.matches(own, of)).isPresent())
                        .findFirst())
                .flatMap(Index::name)
                .map(name -> beside(member, name))
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
        names.forEach(name -> scene.impact().lockIndex(beside(table, name), table, onIndex));
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
