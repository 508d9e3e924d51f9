package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Policy;
import dev.godwit.core.catalog.Sequence;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.catalog.View;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the catalog says, in the terms in which the server thinks: families of tables, what refers to what, who has rows. */
record Schema(Catalog catalog) {
    /** A foreign key with the table that it belongs to. */
    record Reference(Table from, TableConstraint constraint, ForeignKey key) {}

    QualifiedName name(QualifiedName name) {
        return catalog.resolve(name);
    }

    Optional<Table> table(QualifiedName name) {
        return catalog.table(name);
    }

    /** Tells whether nothing of that name can be there. */
    boolean isMissing(QualifiedName relation) {
        return catalog.extent() == Catalog.Extent.WHOLE && !isKnown(relation);
    }

    /** Tells whether a relation of that name is known to be there. */
    boolean isKnown(QualifiedName relation) {
        return table(relation).isPresent()
                || catalog.view(relation).isPresent()
                || catalog.sequence(relation).isPresent()
                || indexOwner(relation).isPresent();
    }

    /** Tells whether the column is known not to be there. */
    boolean lacks(QualifiedName table, Identifier column) {
        return table(table)
                .filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                .filter(known -> known.column(column).isEmpty())
                .isPresent();
    }

    boolean isPartitioned(QualifiedName table) {
        return table(table).flatMap(Table::partitioning).isPresent();
    }

    boolean isView(QualifiedName relation) {
        return catalog.view(relation).isPresent();
    }

    /** Tells whether it keeps rows of its own, and may have some. */
    boolean holdsRows(QualifiedName relation) {
        if (catalog.isNew(relation)) {
            return false;
        }
        Optional<View> view = catalog.view(relation);
        if (view.isPresent()) {
            return view.get().kind().equals("MATERIALIZED VIEW");
        }
        return table(relation)
                .map(known -> known.partitioning().isEmpty() && known.kind().equals("TABLE"))
                .orElse(catalog.sequence(relation).isEmpty());
    }

    /** Returns the relation, its partitions and all that inherit from it, at every level. */
    List<QualifiedName> family(QualifiedName table) {
        Set<QualifiedName> family = new LinkedHashSet<>();
        gather(name(table), family);
        return List.copyOf(family);
    }

    private void gather(QualifiedName table, Set<QualifiedName> family) {
        if (family.add(table)) {
            Stream.concat(catalog.partitions(table), catalog.children(table))
                    .map(Table::name)
                    .toList()
                    .forEach(child -> gather(child, family));
        }
    }

    List<QualifiedName> descendants(QualifiedName table) {
        List<QualifiedName> family = family(table);
        return family.subList(1, family.size());
    }

    List<QualifiedName> withRows(Collection<QualifiedName> relations) {
        return relations.stream().filter(this::holdsRows).toList();
    }

    /** Returns the partition that takes what no other does. */
    Optional<QualifiedName> defaultPartition(QualifiedName parent) {
        return catalog.partitions(parent)
                .filter(partition -> partition
                        .partitionOf()
                        .filter(link -> isDefault(link.bound()))
                        .isPresent())
                .map(Table::name)
                .findFirst();
    }

    static boolean isDefault(String bound) {
        return bound.strip().toUpperCase(Locale.ROOT).equals("DEFAULT");
    }

    /** Returns the tables that it is a part of: the parent of a partition, parents that it inherits from. */
    Stream<QualifiedName> parents(QualifiedName table) {
        return table(table).stream()
                .flatMap(known -> Stream.concat(
                        known.partitionOf().map(Table.PartitionLink::parent).stream(), known.parents().stream()))
                .map(this::name);
    }

    /** Tells whether the table has the column from a parent. */
    boolean inherits(QualifiedName table, Identifier column) {
        return parents(table)
                .anyMatch(parent -> table(parent)
                        .filter(known -> known.column(column).isPresent())
                        .isPresent());
    }

    /** Returns the foreign keys of a table. */
    Stream<Reference> outgoing(QualifiedName table) {
        return table(table).stream().flatMap(Schema::references);
    }

    /** Returns the foreign keys that refer to a table. */
    Stream<Reference> incoming(QualifiedName table) {
        QualifiedName wanted = name(table);
        return catalog.referencing(wanted)
                .flatMap(Schema::references)
                .filter(reference -> target(reference).equals(wanted));
    }

    private static Stream<Reference> references(Table table) {
        return table.constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ForeignKey)
                .map(constraint -> new Reference(table, constraint, (ForeignKey) constraint.rule()));
    }

    /** Returns the table that a foreign key refers to. */
    QualifiedName target(Reference reference) {
        return name(reference.key().references().table());
    }

    /** Returns the columns that a foreign key refers to: those that it names, or the primary key. */
    List<Identifier> targetColumns(ForeignKey key) {
        if (!key.references().columns().isEmpty()) {
            return key.references().columns();
        }
        return table(key.references().table()).stream()
                .flatMap(known -> known.rules(ConstraintRule.PrimaryKey.class))
                .flatMap(primary -> primary.key().columns().stream())
                .toList();
    }

    /** Returns the name of the table or materialized view that an index stands on, if it is known. */
    Optional<QualifiedName> indexOwner(QualifiedName index) {
        return catalog.tableOfIndex(index)
                .map(Table::name)
                .or(() -> catalog.viewOfIndex(index).map(View::name));
    }

    Optional<Index> index(QualifiedName index) {
        return catalog.tableOfIndex(index)
                .flatMap(table -> table.index(index.last()))
                .or(() -> catalog.viewOfIndex(index).stream()
                        .flatMap(view -> view.indexes().stream())
                        .filter(known ->
                                known.name().filter(index.last()::equals).isPresent())
                        .findFirst());
    }

    /** Returns the views that read from a relation, directly or through others, nearest first. */
    List<QualifiedName> viewsOn(QualifiedName relation) {
        Set<QualifiedName> found = new LinkedHashSet<>();
        List<QualifiedName> open = new ArrayList<>(List.of(name(relation)));
        while (!open.isEmpty()) {
            QualifiedName read = open.removeFirst();
            catalog.reading(read).map(View::name).filter(found::add).forEach(open::add);
        }
        return List.copyOf(found);
    }

    /** Returns the views whose query uses a column of a table. */
    Stream<View> viewsUsing(QualifiedName table, Identifier column) {
        return catalog.reading(name(table))
                .filter(view -> view.mentions().contains(column.name())
                        || view.columns().contains(column));
    }

    /** Returns the sequences that go with a table. */
    List<QualifiedName> sequencesOf(QualifiedName table) {
        QualifiedName owner = name(table);
        return catalog.sequences().stream()
                .filter(sequence -> sequence.ownedBy().filter(owner::equals).isPresent())
                .map(Sequence::name)
                .toList();
    }

    Stream<QualifiedName> sequences() {
        return catalog.sequences().stream().map(Sequence::name);
    }

    /** Returns the policies of a table whose conditions use a column. */
    Stream<Identifier> policiesUsing(QualifiedName table, Identifier column) {
        return table(table).stream()
                .flatMap(known -> known.policies().stream())
                .filter(policy -> policy.mentions().contains(column.name()))
                .map(Policy::name);
    }

    /** Tells whether a trigger of the table runs a function. */
    boolean hasTriggerRunning(Table table, QualifiedName routine) {
        QualifiedName wanted = name(routine);
        return table.triggers().stream()
                .anyMatch(trigger -> trigger.routine().filter(wanted::equals).isPresent());
    }

    /** Returns the tables over which statistics of that name are kept. */
    Stream<QualifiedName> tablesOfStatistics(QualifiedName name) {
        QualifiedName wanted = name(name);
        return catalog.tables().stream()
                .filter(table -> table.statistics().contains(wanted))
                .map(Table::name);
    }
}
