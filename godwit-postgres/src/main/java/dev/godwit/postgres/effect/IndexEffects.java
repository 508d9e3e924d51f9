package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Loss;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges {@code CREATE INDEX} and {@code DROP INDEX}. */
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
            impact.refuseIf(
                    create.guard() != Guard.IF_NOT_EXISTS,
                    "relation \"" + create.name().get() + "\" is there already");
            impact.lock(table, lock);
            return;
        }
        List<QualifiedName> family = create.scope() == AlterTable.Scope.ONLY || !schema.isPartitioned(table)
                ? List.of(table)
                : schema.family(table);
        impact.lock(family, lock);
        Index wanted = index(create);
        family.stream()
                .filter(schema::holdsRows)
                .filter(member -> family.size() == 1 || !PartitionEffects.hasFree(schema, table, member, wanted))
                .forEach(member -> impact.work(member, Work.INDEX_BUILD));
        if (create.isUnique()) {
            impact.breaks(
                    Breakage.Kind.VALUE_REFUSED,
                    table,
                    create.name().map(name -> name.last().name()).orElse(""));
        }
    }

    static QualifiedName beside(QualifiedName table, Identifier name) {
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
                schema.catalog()
                        .view(table)
                        .filter(view -> view.kind().equals("VIEW"))
                        .isPresent(),
                "\"" + table + "\" is a view");
        impact.refuseIf(
                create.concurrency() == Concurrency.CONCURRENTLY && schema.isPartitioned(table),
                "\"" + table + "\" is partitioned, so that it cannot be done CONCURRENTLY");
        impact.refuseIf(
                schema.table(table)
                        .filter(known -> known.kind().equals("FOREIGN TABLE"))
                        .isPresent(),
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
            scene.schema()
                    .table(table)
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
        impact.refuseIf(
                concurrent && partitioned, "\"" + table + "\" is partitioned, so that it cannot be done CONCURRENTLY");
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
                        .anyMatch(reference ->
                                schema.targetColumns(reference.key()).equals(columns));
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
}
