package dev.godwit.core.catalog;

import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives partitions and children what their parents have. */
final class Partitions {
    private static final SourceSpan NOWHERE = new SourceSpan(0, 0);

    private final Draft draft;
    private final Constraints constraints;
    private final Indexes indexes;

    Partitions(Draft draft, Constraints constraints, Indexes indexes) {
        this.draft = draft;
        this.constraints = constraints;
        this.indexes = indexes;
    }

    /** Gives a new table the columns of its parent. */
    static void inheritColumns(TableDraft child, Table parent) {
        for (Column column : parent.columns()) {
            if (child.column(column.name()).isEmpty()) {
                child.columns.add(column);
            }
        }
    }

    /** Gives a table the rules of its parent, and a partition also its keys and indexes. */
    void inheritRules(TableDraft child, Table parent) {
        parent.constraints().forEach(constraint -> inherit(child, constraint));
        if (child.partitionOf != null) {
            parent.indexes().stream()
                    .filter(index -> index.validity() == Index.Validity.VALID)
                    .forEach(index -> indexes.addToPartition(child, index));
        }
    }

    /** Gives a table a rule of its parent. */
    void inherit(TableDraft child, TableConstraint rule) {
        boolean partition = child.partitionOf != null;
        boolean alone = rule.checking().inheritance() == Inheritance.NO_INHERIT;
        switch (rule.rule()) {
            case Check check -> addNamed(child, rule, !alone);
            case NotNull notNull -> {
                if (!alone) {
                    child.change(notNull.column(), column -> column.with(Constraints.nullability(rule.checking())));
                }
                addNamed(child, rule, !alone);
            }
            case ForeignKey foreign -> addNamed(child, rule, partition);
            case PrimaryKey key -> addKey(child, rule, partition);
            case Unique key -> addKey(child, rule, partition);
            case Exclude key -> addKey(child, rule, partition);
        }
    }

    private static void addNamed(TableDraft child, TableConstraint rule, boolean wanted) {
        boolean there = child.constraints.stream()
                .anyMatch(own -> own.rule().equals(rule.rule())
                        || (rule.name().isPresent() && own.name().equals(rule.name())));
        if (wanted && !there) {
            child.constraints.add(rule);
        }
    }

    private void addKey(TableDraft child, TableConstraint rule, boolean wanted) {
        boolean there = child.constraints.stream()
                .anyMatch(own -> own.rule().getClass().equals(rule.rule().getClass())
                        && Tokens.columns(own.rule()).equals(Tokens.columns(rule.rule())));
        if (wanted && !there) {
            constraints.add(child, new Constraint(NOWHERE, Optional.empty(), rule.rule(), rule.checking()));
        }
    }

    /** Makes a table a partition of another. */
    void attach(QualifiedName parent, QualifiedName partition, String bound) {
        Table above = draft.tableOrPartial(parent);
        draft.edit(partition, child -> {
            child.partitionOf = new Table.PartitionLink(above.name(), bound);
            inheritRules(child, above);
        });
    }

    /** Makes a partition a table of its own. */
    void detach(QualifiedName partition) {
        draft.edit(partition, child -> child.partitionOf = null);
    }

    /** Does the same to the children of a table, and to theirs. */
    void descend(QualifiedName parent, Consumer<TableDraft> change) {
        for (Table child : draft.children(parent)) {
            draft.edit(child.name(), change);
            descend(child.name(), change);
        }
    }

    /** Makes the index of a partitioned table valid when each partition has one like it. */
    void attachIndex(QualifiedName index) {
        draft.ownerOfIndex(index).flatMap(draft::table).ifPresent(table -> {
            Optional<Index> found = table.index(index.last());
            boolean whole = found.isPresent()
                    && draft.children(table.name()).stream()
                            .allMatch(
                                    child -> child.indexes().stream().anyMatch(own -> Indexes.alike(own, found.get())));
            if (whole) {
                draft.edit(
                        table.name(),
                        changed -> changed.change(found.get(), found.get().with(Index.Validity.VALID)));
            }
        });
    }
}
