package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A state while a statement changes it. */
final class Draft {
    final Conventions conventions;
    NameMap<UserType> types;
    NameMap<Sequence> sequences;
    NameMap<Routine> routines;
    NameMap<Publication> publications;
    Map<String, String> settings;
    Map<String, String> local;
    Place place = new Place(Optional.empty());
    private NameMap<Table> tables;
    private NameMap<View> views;
    private NameMap<QualifiedName> indexOwners;
    private NameMap<Integer> constraints;
    private NameMap<NameMap<QualifiedName>> mentioning;
    private NameMap<QualifiedName> young;
    private final Catalog.Extent extent;

    /** The schema in which unqualified names are looked for, where a statement says so for its parts. */
    record Place(Optional<Identifier> schema) {}

    Draft(Conventions conventions, State state) {
        this.conventions = conventions;
        tables = state.tables();
        views = state.views();
        types = state.types();
        sequences = state.sequences();
        routines = state.routines();
        publications = state.publications();
        indexOwners = state.indexOwners();
        constraints = state.constraints();
        mentioning = state.mentioning();
        young = state.young();
        settings = state.settings();
        local = state.local();
        extent = state.extent();
    }

    State state() {
        return new State(
                tables,
                views,
                types,
                sequences,
                routines,
                publications,
                indexOwners,
                constraints,
                mentioning,
                young,
                settings,
                local,
                extent);
    }

    QualifiedName resolve(QualifiedName name) {
        boolean placed = name.parts().size() == 1 && place.schema().isPresent();
        return placed
                ? conventions.resolve(new QualifiedName(List.of(place.schema().get(), name.last())))
                : Names.resolve(conventions, state(), name);
    }

    Optional<Table> table(QualifiedName written) {
        return tables.get(resolve(written));
    }

    Optional<View> view(QualifiedName written) {
        return views.get(resolve(written));
    }

    boolean isRelation(QualifiedName full) {
        return tables.has(full) || views.has(full) || sequences.has(full);
    }

    /** Returns the table; one that is not known is old, and there is more on it than can be listed. */
    Table tableOrPartial(QualifiedName written) {
        QualifiedName name = resolve(written);
        return tables.get(name).orElseGet(() -> TableDraft.bare(name, Age.OLD, Table.Knowledge.PARTIAL));
    }

    /** Changes a table; one that is not known is learnt of. */
    void edit(QualifiedName written, Consumer<TableDraft> change) {
        Table before = tableOrPartial(written);
        TableDraft draft = new TableDraft(before);
        change.accept(draft);
        put(draft.table());
    }

    void put(Table table) {
        Optional<Table> before = tables.get(table.name());
        Set<QualifiedName> already = before.map(Draft::mentioned).orElse(Set.of());
        Set<QualifiedName> now = mentioned(table);
        already.stream().filter(parent -> !now.contains(parent)).forEach(parent -> forget(parent, table.name()));
        now.stream().filter(parent -> !already.contains(parent)).forEach(parent -> mention(parent, table.name()));
        tables = tables.with(table.name(), table);
        if (table.age() != Age.OLD) {
            young = young.with(table.name(), table.name());
        }
        relink(
                before.map(old -> indexes(old.name(), old.indexes())).orElse(List.of()),
                indexes(table.name(), table.indexes()),
                index -> indexOwners = indexOwners.without(index),
                index -> indexOwners = indexOwners.with(index, table.name()));
        relink(before.map(Draft::constraints).orElse(List.of()), constraints(table), this::release, this::hold);
    }

    // Most changes touch few names or none: the others need not be put into the maps anew.
    private static void relink(
            List<QualifiedName> old,
            List<QualifiedName> now,
            Consumer<QualifiedName> remove,
            Consumer<QualifiedName> add) {
        List<QualifiedName> gone = new ArrayList<>(old);
        now.forEach(gone::remove);
        gone.forEach(remove);
        List<QualifiedName> fresh = new ArrayList<>(now);
        old.forEach(fresh::remove);
        fresh.forEach(add);
    }

    void remove(Table table) {
        unlink(table);
        mentioned(table).forEach(parent -> forget(parent, table.name()));
        tables = tables.without(table.name());
    }

    void put(View view) {
        views.get(view.name()).ifPresent(this::unlink);
        views = views.with(view.name(), view);
        if (view.age() != Age.OLD) {
            young = young.with(view.name(), view.name());
        }
        indexes(view.name(), view.indexes()).forEach(index -> indexOwners = indexOwners.with(index, view.name()));
    }

    void remove(View view) {
        unlink(view);
        views = views.without(view.name());
    }

    private void unlink(Table table) {
        indexes(table.name(), table.indexes()).forEach(index -> indexOwners = indexOwners.without(index));
        constraints(table).forEach(this::release);
    }

    private void unlink(View view) {
        indexes(view.name(), view.indexes()).forEach(index -> indexOwners = indexOwners.without(index));
    }

    private List<QualifiedName> indexes(QualifiedName owner, List<Index> indexes) {
        return conventions.indexScope() == Conventions.IndexScope.TABLE
                ? List.of()
                : indexes.stream()
                        .flatMap(index -> index.name().stream())
                        .map(name -> Names.beside(owner, name))
                        .toList();
    }

    private static List<QualifiedName> constraints(Table table) {
        return table.constraints().stream()
                .flatMap(constraint -> constraint.name().stream())
                .map(name -> Names.beside(table.name(), name))
                .toList();
    }

    private static Set<QualifiedName> mentioned(Table table) {
        Set<QualifiedName> parents = new LinkedHashSet<>(table.parents());
        table.partitionOf().ifPresent(link -> parents.add(link.parent()));
        table.rules(ForeignKey.class)
                .forEach(key -> parents.add(key.references().table()));
        return parents;
    }

    private void hold(QualifiedName constraint) {
        constraints = constraints.with(constraint, constraints.get(constraint).orElse(0) + 1);
    }

    private void release(QualifiedName constraint) {
        int count = constraints.get(constraint).orElse(0);
        constraints = count > 1 ? constraints.with(constraint, count - 1) : constraints.without(constraint);
    }

    private void mention(QualifiedName parent, QualifiedName by) {
        NameMap<QualifiedName> all = mentioning.get(parent).orElseGet(NameMap::empty);
        mentioning = mentioning.with(parent, all.with(by, by));
    }

    private void forget(QualifiedName parent, QualifiedName by) {
        NameMap<QualifiedName> rest =
                mentioning.get(parent).orElseGet(NameMap::empty).without(by);
        mentioning = rest.size() == 0 ? mentioning.without(parent) : mentioning.with(parent, rest);
    }

    /** Returns the tables that refer to a table, itself included where it does. */
    List<Table> mentioning(QualifiedName full) {
        return mentioning.get(full).stream()
                .flatMap(names -> names.values().stream())
                .flatMap(name -> tables.get(name).stream())
                .toList();
    }

    /** Returns the partitions and children of a table, not those of theirs. */
    List<Table> children(QualifiedName full) {
        return mentioning(full).stream()
                .filter(table -> table.parents().contains(full)
                        || table.partitionOf()
                                .filter(link -> link.parent().equals(full))
                                .isPresent())
                .toList();
    }

    List<Table> allTables() {
        return List.copyOf(tables.values());
    }

    List<View> allViews() {
        return List.copyOf(views.values());
    }

    /** Returns the table or materialized view on which an index stands. */
    Optional<QualifiedName> ownerOfIndex(QualifiedName written) {
        if (conventions.indexScope() == Conventions.IndexScope.SCHEMA) {
            return indexOwners.get(resolve(written));
        }
        List<Identifier> parts = written.parts();
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(resolve(new QualifiedName(parts.subList(0, parts.size() - 1))));
    }

    /** Tells which names are taken in the schema of a table, those on the table itself included. */
    Conventions.Taken taken(TableDraft table) {
        return new Conventions.Taken() {
            @Override
            public boolean relation(Identifier name) {
                QualifiedName full = Names.beside(table.name, name);
                return isRelation(full)
                        || full.equals(table.name)
                        || indexOwners.has(full)
                        || table.index(name).isPresent();
            }

            @Override
            public boolean constraint(Identifier name) {
                return constraints.has(Names.beside(table.name, name))
                        || table.constraint(name).isPresent();
            }
        };
    }

    /** Makes old what the migration made. */
    void grow() {
        for (QualifiedName name : young.names()) {
            tables.get(name).filter(table -> table.age() != Age.OLD).ifPresent(table -> {
                TableDraft draft = new TableDraft(table);
                draft.age = Age.OLD;
                tables = tables.with(name, draft.table());
            });
            views.get(name)
                    .filter(view -> view.age() != Age.OLD)
                    .ifPresent(view -> views = views.with(name, view.withAge(Age.OLD)));
        }
        young = NameMap.empty();
    }

    void set(String name, Optional<String> value, boolean inTransaction) {
        Map<String, String> changed = new HashMap<>(inTransaction ? local : settings);
        value.ifPresentOrElse(text -> changed.put(name, text), () -> changed.remove(name));
        if (inTransaction) {
            local = Map.copyOf(changed);
            return;
        }
        settings = Map.copyOf(changed);
        Map<String, String> rest = new HashMap<>(local);
        rest.remove(name);
        local = Map.copyOf(rest);
    }
}
