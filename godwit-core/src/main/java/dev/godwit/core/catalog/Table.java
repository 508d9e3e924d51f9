package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table.
 *
 * @param name with its schema, where the product has schemas
 * @param kind TABLE, FOREIGN TABLE, VIRTUAL TABLE
 * @param statistics the names of the extended statistics over its columns, as CREATE STATISTICS makes them
 * @param partitioning where it is partitioned
 * @param partitionOf the parent and the bound where it is a partition
 * @param parents those that it inherits from
 * @param options table options and storage parameters by upper-case name, as written; {@code ROW VERSIONS} counts the changes of columns in place
 * @param flags further states in upper case: {@code ROW LEVEL SECURITY}, {@code FORCE ROW LEVEL SECURITY}, {@code INSTANT COLUMN} where a column
 *     was added in place, {@code FULLTEXT DROPPED}
 * @param replicaIdentity DEFAULT, FULL, NOTHING, or INDEX and the name
 * @param knowledge whether this is all there is
 * @param measures where a server was asked
 */
public record Table(
        QualifiedName name,
        String kind,
        Persistence persistence,
        List<Column> columns,
        List<TableConstraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers,
        List<Policy> policies,
        List<QualifiedName> statistics,
        Optional<PartitionScheme> partitioning,
        Optional<PartitionLink> partitionOf,
        List<QualifiedName> parents,
        Map<String, String> options,
        Set<String> flags,
        String replicaIdentity,
        Age age,
        Knowledge knowledge,
        Optional<Measures> measures) {
    /** The option that holds the type of a typed table. */
    public static final String OF = "OF";

    /** What an option begins with that holds the kinds and columns of extended statistics, before their name. */
    public static final String STATISTICS = "STATISTICS ";

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        policies = List.copyOf(policies);
        statistics = List.copyOf(statistics);
        parents = List.copyOf(parents);
        options = Map.copyOf(options);
        flags = Set.copyOf(flags);
    }

    /** Whether all of it is known. */
    public enum Knowledge {
        /** Everything on it is listed. */
        WHOLE,
        /** It was met in a statement; there is more on it than is listed. */
        PARTIAL
    }

    /** The parent of a partition and its bound. */
    public record PartitionLink(QualifiedName parent, String bound) {}

    /** Returns the option that holds the comment on a constraint or index. */
    public static String comment(String kind, Identifier name) {
        return "COMMENT ON " + kind + " " + name;
    }

    /** Returns the same with an option. */
    public Table withOption(String name, String value) {
        TableDraft draft = new TableDraft(this);
        draft.options.put(name, value);
        return draft.table();
    }

    /** Returns the column of that name; where there is none, one whose name differs in case. */
    public Optional<Column> column(Identifier wanted) {
        return Names.find(columns, column -> Optional.of(column.name()), wanted);
    }

    /** Returns the constraint of that name. */
    public Optional<TableConstraint> constraint(Identifier wanted) {
        return Names.find(constraints, TableConstraint::name, wanted);
    }

    /** Returns the index of that name. */
    public Optional<Index> index(Identifier wanted) {
        return Names.find(indexes, Index::name, wanted);
    }

    /** Returns the rules of one kind with their constraints' names. */
    public <T extends ConstraintRule> Stream<T> rules(Class<T> kind) {
        return constraints.stream()
                .map(TableConstraint::rule)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Tells whether the server knows already that no NULL stands in the column: NOT NULL, or a valid CHECK that says so. */
    public boolean provesNotNull(Identifier wanted) {
        return provesNotNull(wanted, Set.of());
    }

    /** Tells the same, leaving out the constraints of those names. */
    public boolean provesNotNull(Identifier wanted, Set<Identifier> without) {
        Identifier column = column(wanted).map(Column::name).orElse(wanted);
        return column(column)
                        .filter(known -> known.nullability() == Column.Nullability.NOT_NULL)
                        .isPresent()
                || constraints.stream()
                        .filter(TableConstraint::isProved)
                        .filter(constraint ->
                                constraint.name().filter(without::contains).isEmpty())
                        .anyMatch(constraint -> NotNullProof.by(constraint.rule(), column));
    }

    /** Returns the same with that size. */
    public Table with(Measures measured) {
        TableDraft draft = new TableDraft(this);
        draft.measures = measured;
        return draft.table();
    }

    /** Returns the same with those indexes. */
    public Table withIndexes(List<Index> changed) {
        TableDraft draft = new TableDraft(this);
        draft.indexes.clear();
        draft.indexes.addAll(changed);
        return draft.table();
    }

    /** Returns the same with those policies. */
    public Table withPolicies(List<Policy> changed) {
        TableDraft draft = new TableDraft(this);
        draft.policies.clear();
        draft.policies.addAll(changed);
        return draft.table();
    }

    /** Returns the same with those columns. */
    public Table withColumns(List<Column> changed) {
        TableDraft draft = new TableDraft(this);
        draft.columns.clear();
        draft.columns.addAll(changed);
        return draft.table();
    }

    /** Returns the same whose columns were changed in place so often since it was written last. */
    public Table changedInPlace(int versions) {
        TableDraft draft = new TableDraft(this);
        InPlace.mark(draft, versions);
        return draft.table();
    }
}
