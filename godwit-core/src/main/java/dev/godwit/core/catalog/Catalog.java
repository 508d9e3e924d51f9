package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.TransactionControl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a schema, and of the session that changes it: folded from the statements of a folder, or read from a server. Immutable;
 * {@link #after} returns another. What it does not know is taken to be there, old and large.
 */
public final class Catalog {
    private final Conventions conventions;
    private final State state;
    /** What ROLLBACK returns to, and behind it what each savepoint does; empty outside of a transaction that was begun. */
    private final List<State> marks;

    private Catalog(Conventions conventions, State state, List<State> marks) {
        this.conventions = conventions;
        this.state = state;
        this.marks = List.copyOf(marks);
    }

    /** Whether what is not listed is missing, or only not known. */
    public enum Extent {
        /** The whole schema was read, or folded from an empty one. */
        WHOLE,
        /** There is more than is listed. */
        PARTIAL
    }

    /** A schema in which there is nothing: what is not made is missing. */
    public static Catalog empty(Conventions conventions) {
        return new Catalog(conventions, State.empty(Extent.WHOLE), List.of());
    }

    /** A schema of which nothing is known. */
    public static Catalog unknown(Conventions conventions) {
        return new Catalog(conventions, State.empty(Extent.PARTIAL), List.of());
    }

    static Catalog of(Conventions conventions, State state) {
        return new Catalog(conventions, state, List.of());
    }

    /** Returns what it will be when {@code statement} has been carried out; a statement with a guard is taken to have done its work. */
    public Catalog after(Statement statement) {
        if (statement instanceof TransactionControl control) {
            return after(control.verb());
        }
        Draft draft = new Draft(conventions, state);
        new Fold(draft).carryOut(statement);
        return new Catalog(conventions, draft.state(), marks);
    }

    private Catalog after(TransactionControl.Verb verb) {
        return switch (verb) {
            case BEGIN -> marks.isEmpty() && rollsBack() ? marked() : this;
            case SAVEPOINT -> marks.isEmpty() ? this : marked();
            case RELEASE ->
                marks.size() < 2 ? this : new Catalog(conventions, state, marks.subList(0, marks.size() - 1));
            case ROLLBACK_TO -> marks.size() < 2 ? this : new Catalog(conventions, marks.getLast(), marks);
            case ROLLBACK -> new Catalog(conventions, marks.isEmpty() ? state : marks.getFirst(), List.of()).settled();
            case COMMIT -> new Catalog(conventions, state, List.of()).settled();
        };
    }

    private boolean rollsBack() {
        return conventions.has(Conventions.Trait.DEFINITIONS_ROLL_BACK);
    }

    private Catalog marked() {
        List<State> more = new ArrayList<>(marks);
        more.add(state);
        return new Catalog(conventions, state, more);
    }

    private Catalog settled() {
        Draft draft = new Draft(conventions, state);
        draft.local = Map.of();
        new Types(draft).settle();
        return new Catalog(conventions, draft.state(), marks);
    }

    /** Returns the same as the next migration finds it: what was new is old, values added to enums can be used, no transaction is open. */
    public Catalog nextMigration() {
        Draft draft = new Draft(conventions, state);
        draft.local = Map.of();
        draft.grow();
        new Types(draft).settle();
        return new Catalog(conventions, draft.state(), List.of());
    }

    public Extent extent() {
        return state.extent();
    }

    /** Returns the full name that {@code name} means. */
    public QualifiedName resolve(QualifiedName name) {
        return Names.resolve(conventions, state, name);
    }

    /** Returns the table that {@code name} means, if it is known. */
    public Optional<Table> table(QualifiedName name) {
        return state.tables().get(resolve(name));
    }

    /** Returns the view that {@code name} means, if it is known. */
    public Optional<View> view(QualifiedName name) {
        return state.views().get(resolve(name));
    }

    /** Returns the type that {@code name} means, if it is known. */
    public Optional<UserType> type(QualifiedName name) {
        return state.types().get(resolve(name));
    }

    /** Returns the sequence that {@code name} means, if it is known. */
    public Optional<Sequence> sequence(QualifiedName name) {
        return state.sequences().get(resolve(name));
    }

    /** Returns the routine that {@code name} means, if it is known; of several with that name, the last. */
    public Optional<Routine> routine(QualifiedName name) {
        return state.routines().get(resolve(name));
    }

    public Collection<Table> tables() {
        return state.tables().values();
    }

    public Collection<View> views() {
        return state.views().values();
    }

    public Collection<Sequence> sequences() {
        return state.sequences().values();
    }

    public Collection<Publication> publications() {
        return state.publications().values();
    }

    /** Returns the table on which the index stands, if it is known; where an index belongs to its table, its name is qualified with that of the table. */
    public Optional<Table> tableOfIndex(QualifiedName index) {
        Draft draft = new Draft(conventions, state);
        Optional<Table> owner = draft.ownerOfIndex(index).flatMap(state.tables()::get);
        return owner.isPresent() || conventions.indexScope() == Conventions.IndexScope.SCHEMA
                ? owner
                : tables().stream()
                        .filter(table -> table.index(index.last()).isPresent())
                        .findFirst();
    }

    /** Returns the materialized view on which the index stands, if it is known. */
    public Optional<View> viewOfIndex(QualifiedName index) {
        return new Draft(conventions, state).ownerOfIndex(index).flatMap(state.views()::get);
    }

    /** Returns the partitions of a table, not those of its partitions. */
    public Stream<Table> partitions(QualifiedName parent) {
        QualifiedName wanted = resolve(parent);
        return mentioning(wanted)
                .filter(table -> table.partitionOf()
                        .filter(link -> link.parent().equals(wanted))
                        .isPresent());
    }

    /** Returns the tables that inherit from a table, not those that inherit from them. */
    public Stream<Table> children(QualifiedName parent) {
        QualifiedName wanted = resolve(parent);
        return mentioning(wanted).filter(table -> table.parents().contains(wanted));
    }

    /** Returns the tables whose foreign keys refer to a table. */
    public Stream<Table> referencing(QualifiedName parent) {
        QualifiedName wanted = resolve(parent);
        return mentioning(wanted)
                .filter(table -> table.rules(ForeignKey.class)
                        .anyMatch(key -> key.references().table().equals(wanted)));
    }

    private Stream<Table> mentioning(QualifiedName full) {
        return state.mentioning().get(full).stream()
                .flatMap(names -> names.values().stream())
                .flatMap(name -> state.tables().get(name).stream());
    }

    /** Returns the views that read a table or view. */
    public Stream<View> reading(QualifiedName relation) {
        QualifiedName wanted = resolve(relation);
        return views().stream().filter(view -> view.reads().contains(wanted));
    }

    /** Returns the value that this session has been given for a setting, lower-case name, as written; the transaction's own first. */
    public Optional<String> setting(String name) {
        String local = state.local().get(name);
        return Optional.ofNullable(local == null ? state.settings().get(name) : local);
    }

    /** Tells whether this migration made the table and left it empty, so that nothing on it can hurt. */
    public boolean isNew(QualifiedName name) {
        if (state.young().size() == 0) {
            return false;
        }
        QualifiedName full = resolve(name);
        return state.tables().get(full).filter(table -> table.age() == Age.NEW).isPresent()
                || state.views().get(full).filter(view -> view.age() == Age.NEW).isPresent();
    }
}
