package dev.godwit.core.catalog;

import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes, changes and removes indexes. */
final class Indexes {
    /** Begins the flag of a table that names an index which a foreign key made; it gives way to one that serves as well. */
    private static final String MADE = "FOREIGN KEY INDEX ";

    private static final Set<String> OF_THE_STATEMENT = Set.of("ALGORITHM", "LOCK", "WAIT", "NOWAIT");

    private final Draft draft;

    Indexes(Draft draft) {
        this.draft = draft;
    }

    /** Carries out a CREATE INDEX. */
    void create(CreateIndex create) {
        Optional<View> view = draft.view(create.table());
        if (view.isPresent()) {
            draft.put(view.get().withIndexes(with(view.get(), create)));
            return;
        }
        draft.edit(create.table(), table -> add(table, create));
        if (create.scope() == Scope.WITH_CHILDREN) {
            descend(draft.resolve(create.table()), create);
        }
    }

    private List<Index> with(View view, CreateIndex create) {
        List<Index> all = new ArrayList<>(view.indexes());
        TableDraft stand = new TableDraft(TableDraft.bare(view.name(), view.age(), Table.Knowledge.WHOLE));
        stand.indexes.addAll(view.indexes());
        all.add(index(create, name(stand, create), Index.Validity.VALID));
        return all;
    }

    private void add(TableDraft table, CreateIndex create) {
        boolean there = create.guard() == Guard.IF_NOT_EXISTS
                && create.name().filter(name -> exists(table, name)).isPresent();
        if (!there) {
            giveWay(table, create.elements());
            // one on a partitioned table alone is of no use until every partition has one (PostgreSQL, CREATE INDEX …
            // ON ONLY)
            boolean hollow = create.scope() == Scope.ONLY && table.partitioning != null;
            Index index = index(create, name(table, create), hollow ? Index.Validity.INVALID : Index.Validity.VALID);
            table.indexes.add(index);
            if (create.isUnique() && draft.conventions.indexScope() == Conventions.IndexScope.TABLE) {
                table.constraints.add(new TableConstraint(
                        index.name(),
                        new Unique(ConstraintRule.Key.of(create.elements())),
                        dev.godwit.sql.Constraint.Checking.PLAIN));
            }
        }
    }

    private boolean exists(TableDraft table, QualifiedName index) {
        return table.index(index.last()).isPresent()
                || (draft.conventions.indexScope() == Conventions.IndexScope.SCHEMA
                        && draft.ownerOfIndex(Names.beside(table.name, index.last()))
                                .isPresent());
    }

    private Optional<Identifier> name(TableDraft table, CreateIndex create) {
        return create.name().map(QualifiedName::last).or(() -> name(table, create.elements(), create.include()));
    }

    private Optional<Identifier> name(TableDraft table, List<IndexElement> elements, List<Identifier> include) {
        return draft.conventions.indexName(table.name, elements, include, draft.taken(table));
    }

    private static Index index(CreateIndex create, Optional<Identifier> name, Index.Validity validity) {
        return new Index(
                name,
                create.kind(),
                create.method(),
                create.elements(),
                create.include(),
                create.where(),
                validity,
                create.nulls(),
                create.options().stream()
                        .filter(option -> !OF_THE_STATEMENT.contains(option.name()))
                        .toList());
    }

    private void descend(QualifiedName parent, CreateIndex create) {
        for (Table child : draft.children(parent)) {
            if (child.partitionOf().isPresent()) {
                draft.edit(
                        child.name(),
                        partition -> addToPartition(partition, index(create, Optional.empty(), Index.Validity.VALID)));
                descend(child.name(), create);
            }
        }
    }

    /** Gives a partition an index of its parent, unless it has one like it. */
    void addToPartition(TableDraft partition, Index parent) {
        if (partition.indexes.stream().noneMatch(own -> alike(own, parent))) {
            partition.indexes.add(parent.with(name(partition, parent.elements(), parent.include())));
        }
    }

    /** Tells whether one index can be the part of another. */
    static boolean alike(Index one, Index other) {
        return one.isUnique() == other.isUnique()
                && one.elements().equals(other.elements())
                && one.include().equals(other.include())
                && one.where().isPresent() == other.where().isPresent();
    }

    /** Adds an index like one of another table. */
    void copy(TableDraft table, Index other) {
        table.indexes.add(other.with(name(table, other.elements(), other.include())));
    }

    /** Removes the indexes that foreign keys made and that one on these elements serves for; then their names are free. */
    void giveWay(TableDraft table, List<IndexElement> elements) {
        List<Identifier> columns = columns(elements);
        List<Index> replaced = table.indexes.stream()
                .filter(old -> isMade(table, old) && begins(columns, columns(old)))
                .toList();
        replaced.forEach(old -> {
            table.indexes.remove(old);
            table.flags.remove(flag(old));
        });
    }

    /** Adds the index that a table's definition holds. */
    void add(TableDraft table, TableIndex written) {
        giveWay(table, written.elements());
        Optional<Identifier> name = written.name().or(() -> name(table, written.elements(), List.of()));
        table.indexes.add(new Index(
                name,
                written.kind(),
                written.method(),
                written.elements(),
                List.of(),
                Optional.empty(),
                Index.Validity.VALID));
    }

    /** Adds the index of a key, or takes over the one that is there for it. */
    void addKey(
            TableDraft table,
            Optional<Identifier> name,
            String kind,
            ConstraintRule.Key key,
            Optional<Identifier> taken) {
        Optional<Index> there = taken.flatMap(table::index);
        if (there.isPresent()) {
            Index own = there.get();
            table.change(own, own.withKind(kind).with(name));
            return;
        }
        table.indexes.add(new Index(
                name,
                kind,
                key.method(),
                key.elements(),
                key.include(),
                Optional.empty(),
                Index.Validity.VALID,
                key.nulls(),
                key.options()));
    }

    private static boolean isMade(TableDraft table, Index index) {
        return table.flags.contains(flag(index));
    }

    private static String flag(Index index) {
        return MADE + index.name().map(Identifier::name).orElse("");
    }

    /** Makes the index that a foreign key needs, unless one begins with its columns. */
    void support(TableDraft table, ForeignKey key, Optional<Identifier> constraint) {
        boolean there = table.indexes.stream().anyMatch(index -> begins(columns(index), key.columns()));
        if (there) {
            return;
        }
        List<IndexElement> elements =
                key.columns().stream().map(IndexElement::of).toList();
        Optional<Identifier> name = constraint.or(key::indexName).or(() -> name(table, elements, List.of()));
        Index made =
                new Index(name, "INDEX", Optional.empty(), elements, List.of(), Optional.empty(), Index.Validity.VALID);
        table.indexes.add(made);
        table.flags.add(flag(made));
    }

    private static boolean begins(List<Identifier> columns, List<Identifier> first) {
        return columns.size() >= first.size()
                && java.util.stream.IntStream.range(0, first.size())
                        .allMatch(i -> Names.same(columns.get(i), first.get(i)));
    }

    /** Returns the columns of an index up to the first expression. */
    static List<Identifier> columns(Index index) {
        return columns(index.elements());
    }

    private static List<Identifier> columns(List<IndexElement> elements) {
        return elements.stream()
                .takeWhile(element -> element.column().isPresent())
                .flatMap(element -> element.column().stream())
                .toList();
    }

    /** Removes the index of that name, and the key that it makes. */
    void drop(QualifiedName written) {
        Optional<QualifiedName> owner = draft.ownerOfIndex(written);
        owner.flatMap(draft::view)
                .ifPresent(view -> draft.put(view.withIndexes(view.indexes().stream()
                        .filter(index -> !index.name().equals(Optional.of(written.last())))
                        .toList())));
        owner.flatMap(draft::table).ifPresent(table -> {
            Optional<Index> dropped = table.index(written.last());
            draft.edit(table.name(), changed -> drop(changed, written.last()));
            dropped.ifPresent(index -> dropInPartitions(table.name(), index));
        });
    }

    private void dropInPartitions(QualifiedName parent, Index dropped) {
        for (Table child : draft.children(parent)) {
            child.indexes().stream()
                    .filter(index -> child.partitionOf().isPresent() && alike(index, dropped))
                    .findFirst()
                    .ifPresent(index -> {
                        draft.edit(child.name(), changed -> changed.indexes.remove(index));
                        dropInPartitions(child.name(), index);
                    });
        }
    }

    /** Removes an index of a table, and the key that it makes. */
    void drop(TableDraft table, Identifier name) {
        table.index(name).ifPresent(index -> {
            table.indexes.remove(index);
            table.flags.remove(flag(index));
            if (index.kind().equals("FULLTEXT")) {
                table.flags.add("FULLTEXT DROPPED");
            }
            table.constraints.removeIf(constraint ->
                    Tokens.isKey(constraint.rule()) && constraint.name().equals(index.name()) && index.isUnique());
        });
    }

    /** Renames an index, and the key that it makes. */
    void rename(TableDraft table, Identifier from, Identifier to) {
        table.index(from).ifPresent(index -> {
            if (table.flags.remove(flag(index))) {
                table.flags.add(MADE + to.name());
            }
            table.change(index, index.withName(to));
            table.constraint(from)
                    .filter(constraint ->
                            constraint.rule() instanceof PrimaryKey || constraint.rule() instanceof Unique)
                    .ifPresent(constraint -> table.change(
                            constraint,
                            new TableConstraint(Optional.of(to), constraint.rule(), constraint.checking())));
        });
    }

    /** Takes the column out of all indexes, and removes those that have no other. */
    void shrink(TableDraft table, Identifier column) {
        boolean fulltext =
                table.indexes.stream().anyMatch(index -> index.kind().equals("FULLTEXT") && index.uses(column));
        table.indexes.replaceAll(index -> index.with(Tokens.without(index.elements(), column)));
        table.indexes.removeIf(index -> index.elements().isEmpty() || index.uses(column));
        if (fulltext && table.indexes.stream().noneMatch(index -> index.kind().equals("FULLTEXT"))) {
            table.flags.add("FULLTEXT DROPPED");
        }
    }
}
