package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_ROW_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Work;
import dev.godwit.postgres.effect.Schema.Reference;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Expression;
import dev.godwit.sql.PartitionAction.AttachPartition;
import dev.godwit.sql.PartitionAction.DetachPartition;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Judges {@code ATTACH PARTITION}, {@code DETACH PARTITION} and {@code CREATE TABLE … PARTITION OF}. */
final class PartitionEffects {
    private PartitionEffects() {}

    static void attach(Alteration alteration, AttachPartition attach) {
        Schema schema = alteration.schema();
        QualifiedName child = schema.name(attach.partition());
        if (schema.isMissing(child)) {
            alteration.impact().refuse("relation \"" + child + "\" does not exist");
            return;
        }
        refuse(alteration, child, attach);
        alteration.needs(SHARE_UPDATE_EXCLUSIVE);
        Impact impact = alteration.impact();
        impact.lock(schema.family(child), ACCESS_EXCLUSIVE);
        impact.lock(schema.parents(alteration.table()).toList(), SHARE_UPDATE_EXCLUSIVE);
        boolean proved = schema.table(child)
                .filter(known -> BoundProof.holds(alteration.known(), known, attach.bound()))
                .isPresent();
        if (!proved) {
            impact.work(schema.withRows(schema.family(child)), Work.SCAN);
        }
        indexes(alteration, child);
        foreignKeys(alteration, child);
        narrowDefault(alteration, attach);
    }

    private static void refuse(Alteration alteration, QualifiedName child, AttachPartition attach) {
        Impact impact = alteration.impact();
        Schema schema = alteration.schema();
        Optional<Table> known = schema.table(child);
        impact.refuseIf(known.flatMap(Table::partitionOf).isPresent(), "\"" + child + "\" is a partition already");
        alteration.known().ifPresent(parent -> {
            impact.refuseIf(
                    parent.partitioning().isEmpty() && parent.knowledge() == Table.Knowledge.WHOLE,
                    "\"" + parent.name() + "\" is not partitioned");
            known.filter(table -> table.knowledge() == Table.Knowledge.WHOLE).ifPresent(table -> {
                Inheriting.refuse(impact, parent, table);
                table.columns().stream()
                        .filter(column -> parent.column(column.name()).isEmpty())
                        .forEach(column ->
                                impact.refuse("\"" + parent.name() + "\" has no column \"" + column.name() + "\""));
            });
        });
        impact.refuseIf(
                PartitionBound.overlaps(schema, alteration.table(), attach.bound()),
                "the bound overlaps that of a partition");
    }

    // What is built on the partition because the parent has it.
    private static void indexes(Alteration alteration, QualifiedName child) {
        Schema schema = alteration.schema();
        List<Index> wanted = alteration.known().map(Table::indexes).orElse(List.of());
        for (QualifiedName leaf : schema.withRows(schema.family(child))) {
            boolean lacks = wanted.stream().anyMatch(index -> count(schema, leaf, index) < count(wanted, index));
            if (lacks) {
                alteration.impact().work(leaf, Work.INDEX_BUILD);
            }
        }
    }

    /** Tells whether a partition has an index that could serve as its part of {@code wanted} and serves no other. */
    static boolean hasFree(Schema schema, QualifiedName parent, QualifiedName partition, Index wanted) {
        return count(schema, partition, wanted) > count(schema, parent, wanted);
    }

    private static long count(Schema schema, QualifiedName table, Index like) {
        return count(schema.table(table).map(Table::indexes).orElse(List.of()), like);
    }

    private static long count(List<Index> indexes, Index like) {
        return indexes.stream().filter(own -> matches(own, like)).count();
    }

    /** Tells whether an index of a partition can serve as its part of an index of the parent. */
    static boolean matches(Index own, Index parents) {
        return own.isUnique() == parents.isUnique()
                && own.elements().equals(parents.elements())
                && own.include().equals(parents.include())
                && own.where().equals(parents.where())
                && own.method()
                        .map(name -> name.name())
                        .orElse("btree")
                        .equals(parents.method().map(name -> name.name()).orElse("btree"))
                && own.validity() == Index.Validity.VALID;
    }

    private static void foreignKeys(Alteration alteration, QualifiedName child) {
        Schema schema = alteration.schema();
        for (Reference reference : schema.outgoing(alteration.table()).toList()) {
            List<QualifiedName> targets = schema.family(schema.target(reference));
            alteration.impact().lock(targets, SHARE_ROW_EXCLUSIVE);
            if (reference.constraint().checking().validity() == Constraint.Validity.VALIDATED) {
                alteration.impact().work(schema.withRows(targets), Work.SCAN);
                alteration.impact().work(schema.withRows(schema.family(child)), Work.SCAN);
            }
        }
        lockReferring(alteration.scene(), alteration.table());
    }

    // A new partition of a table that is referred to: since 15 its keys are checked by triggers on those who refer
    // (measured).
    private static void lockReferring(Scene scene, QualifiedName parent) {
        if (scene.atLeast(15)) {
            scene.schema()
                    .incoming(parent)
                    .forEach(reference -> scene.impact()
                            .lock(scene.schema().family(reference.from().name()), SHARE_ROW_EXCLUSIVE));
        }
    }

    private static void narrowDefault(Alteration alteration, AttachPartition attach) {
        if (Schema.isDefault(attach.bound().text())) {
            return;
        }
        Schema schema = alteration.schema();
        schema.defaultPartition(alteration.table()).ifPresent(rest -> {
            alteration.impact().lock(schema.family(rest), ACCESS_EXCLUSIVE);
            boolean proved = schema.table(rest)
                    .filter(known -> BoundProof.excludes(alteration.known(), known, attach.bound()))
                    .isPresent();
            if (!proved) {
                alteration.impact().work(schema.withRows(schema.family(rest)), Work.SCAN);
            }
        });
    }

    static void detach(Alteration alteration, DetachPartition detach) {
        Schema schema = alteration.schema();
        QualifiedName child = schema.name(detach.partition());
        Impact impact = alteration.impact();
        Optional<QualifiedName> rest = schema.defaultPartition(alteration.table());
        impact.refuseIf(
                schema.table(child)
                        .filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                        .filter(known -> known.partitionOf()
                                .filter(link -> schema.name(link.parent()).equals(alteration.table()))
                                .isEmpty())
                        .isPresent(),
                "\"" + child + "\" is no partition of \"" + alteration.table() + "\"");
        impact.lock(schema.family(child), ACCESS_EXCLUSIVE);
        if (detach.way() == DetachPartition.Way.PLAIN) {
            alteration.needs(ACCESS_EXCLUSIVE);
            rest.filter(name -> !name.equals(child)).ifPresent(name -> impact.lock(name, ACCESS_EXCLUSIVE));
        } else {
            alteration.needs(SHARE_UPDATE_EXCLUSIVE);
            impact.outsideTransactions();
            impact.refuseIf(rest.isPresent(), "there is a default partition, so that it cannot be done CONCURRENTLY");
        }
        if (detach.way() == DetachPartition.Way.PLAIN) {
            schema.incoming(alteration.table()).forEach(reference -> release(alteration, child, reference));
        }
        // The detached table keeps its foreign keys; since 15 their triggers are made anew (measured).
        if (alteration.scene().atLeast(15)) {
            schema.outgoing(alteration.table())
                    .forEach(reference -> impact.lock(schema.family(schema.target(reference)), SHARE_ROW_EXCLUSIVE));
        }
    }

    // The rows that go may not be referred to, which is looked up.
    private static void release(Alteration alteration, QualifiedName child, Reference reference) {
        Schema schema = alteration.schema();
        List<QualifiedName> referring = schema.family(reference.from().name());
        alteration.impact().lock(referring, ACCESS_EXCLUSIVE);
        alteration.impact().work(schema.withRows(referring), Work.SCAN);
        alteration.impact().work(schema.withRows(schema.family(child)), Work.SCAN);
    }

    /** Judges a new, empty partition. */
    static void create(Scene scene, QualifiedName parentName, Expression bound) {
        Schema schema = scene.schema();
        QualifiedName parent = schema.name(parentName);
        if (schema.isMissing(parent)) {
            scene.impact().refuse("relation \"" + parent + "\" does not exist");
            return;
        }
        scene.impact().lock(parent, ACCESS_EXCLUSIVE);
        schema.outgoing(parent)
                .forEach(
                        reference -> scene.impact().lock(schema.family(schema.target(reference)), SHARE_ROW_EXCLUSIVE));
        lockReferring(scene, parent);
        scene.impact()
                .refuseIf(PartitionBound.overlaps(schema, parent, bound), "the bound overlaps that of a partition");
        if (!Schema.isDefault(bound.text())) {
            schema.defaultPartition(parent).ifPresent(rest -> {
                scene.impact().lock(schema.family(rest), ACCESS_EXCLUSIVE);
                scene.impact().work(schema.withRows(schema.family(rest)), Work.SCAN);
            });
        }
    }
}
