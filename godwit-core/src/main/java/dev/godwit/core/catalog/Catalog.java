package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a schema, and of the session that changes it: folded from the statements of a folder, or read from a server. Immutable;
 * {@link #after} returns another. What it does not know is taken to be there, old and large.
 */
public final class Catalog {
    private final Conventions conventions;
    private final Objects objects;

    private Catalog(Conventions conventions, Objects objects) {
        this.conventions = conventions;
        this.objects = objects;
    }

    /** Everything that is known, by name. */
    record Objects(
            Map<QualifiedName, Table> tables,
            Map<QualifiedName, View> views,
            Map<QualifiedName, UserType> types,
            Map<QualifiedName, Sequence> sequences,
            Map<QualifiedName, Routine> routines,
            Map<QualifiedName, Publication> publications,
            Map<String, String> settings,
            Extent extent) {}

    /** Whether what is not listed is missing, or only not known. */
    public enum Extent {
        /** The whole schema was read, or folded from an empty one. */
        WHOLE,
        /** There is more than is listed. */
        PARTIAL
    }

    /** A schema of which nothing is known. */
    public static Catalog unknown(Conventions conventions) {
        return new Catalog(
                conventions,
                new Objects(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Extent.PARTIAL));
    }

    /** Returns what it will be when {@code statement} has been carried out. */
    public Catalog after(Statement statement) {
        return this;
    }

    /** Returns the same as the next migration finds it: what was new is old, values added to enums can be used. */
    public Catalog nextMigration() {
        return this;
    }

    public Extent extent() {
        return objects.extent();
    }

    /** Returns the full name that {@code name} means. */
    public QualifiedName resolve(QualifiedName name) {
        return conventions.resolve(name);
    }

    /** Returns the table that {@code name} means, if it is known. */
    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(objects.tables().get(resolve(name)));
    }

    /** Returns the view that {@code name} means, if it is known. */
    public Optional<View> view(QualifiedName name) {
        return Optional.ofNullable(objects.views().get(resolve(name)));
    }

    /** Returns the type that {@code name} means, if it is known. */
    public Optional<UserType> type(QualifiedName name) {
        return Optional.ofNullable(objects.types().get(resolve(name)));
    }

    /** Returns the sequence that {@code name} means, if it is known. */
    public Optional<Sequence> sequence(QualifiedName name) {
        return Optional.ofNullable(objects.sequences().get(resolve(name)));
    }

    /** Returns the routine that {@code name} means, if it is known; of several with that name, the last. */
    public Optional<Routine> routine(QualifiedName name) {
        return Optional.ofNullable(objects.routines().get(resolve(name)));
    }

    public Collection<Table> tables() {
        return objects.tables().values();
    }

    public Collection<View> views() {
        return objects.views().values();
    }

    public Collection<Publication> publications() {
        return objects.publications().values();
    }

    /** Returns the table on which the index stands, if it is known. */
    public Optional<Table> tableOfIndex(QualifiedName index) {
        Identifier name = index.last();
        return tables().stream().filter(table -> table.index(name).isPresent()).findFirst();
    }

    /** Returns the partitions of a table, not those of its partitions. */
    public Stream<Table> partitions(QualifiedName parent) {
        QualifiedName wanted = resolve(parent);
        return tables().stream()
                .filter(table -> table.partitionOf()
                        .filter(link -> link.parent().equals(wanted))
                        .isPresent());
    }

    /** Returns the tables that inherit from a table, not those that inherit from them. */
    public Stream<Table> children(QualifiedName parent) {
        QualifiedName wanted = resolve(parent);
        return tables().stream().filter(table -> table.parents().contains(wanted));
    }

    /** Returns the tables whose foreign keys refer to a table. */
    public Stream<Table> referencing(QualifiedName parent) {
        QualifiedName wanted = resolve(parent);
        return tables().stream()
                .filter(table -> table.rules(dev.godwit.sql.ConstraintRule.ForeignKey.class)
                        .anyMatch(key -> resolve(key.references().table()).equals(wanted)));
    }

    /** Returns the value that this session has been given for a setting, lower-case name, as written; the transaction's own first. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(objects.settings().get(name));
    }

    /** Tells whether this migration made the table and left it empty, so that nothing on it can hurt. */
    public boolean isNew(QualifiedName name) {
        return table(name).filter(table -> table.age() == Age.NEW).isPresent()
                || view(name).filter(view -> view.age() == Age.NEW).isPresent();
    }
}
