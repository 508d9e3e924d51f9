package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table while a statement changes it. */
final class TableDraft {
    QualifiedName name;
    String kind;
    Persistence persistence;
    final List<Column> columns;
    final List<TableConstraint> constraints;
    final List<Index> indexes;
    final List<Trigger> triggers;
    final List<Policy> policies;
    final List<QualifiedName> statistics;

    @Nullable
    PartitionScheme partitioning;

    Table.@Nullable PartitionLink partitionOf;
    final List<QualifiedName> parents;
    final Map<String, String> options;
    final Set<String> flags;
    String replicaIdentity;
    Age age;
    Table.Knowledge knowledge;

    @Nullable
    Measures measures;

    TableDraft(Table table) {
        name = table.name();
        kind = table.kind();
        persistence = table.persistence();
        columns = new ArrayList<>(table.columns());
        constraints = new ArrayList<>(table.constraints());
        indexes = new ArrayList<>(table.indexes());
        triggers = new ArrayList<>(table.triggers());
        policies = new ArrayList<>(table.policies());
        statistics = new ArrayList<>(table.statistics());
        partitioning = table.partitioning().orElse(null);
        partitionOf = table.partitionOf().orElse(null);
        parents = new ArrayList<>(table.parents());
        options = new HashMap<>(table.options());
        flags = new HashSet<>(table.flags());
        replicaIdentity = table.replicaIdentity();
        age = table.age();
        knowledge = table.knowledge();
        measures = table.measures().orElse(null);
    }

    /** A table of which only the name is known. */
    static Table bare(QualifiedName name, Age age, Table.Knowledge knowledge) {
        return new Table(
                name,
                "TABLE",
                Persistence.PERMANENT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Set.of(),
                "DEFAULT",
                age,
                knowledge,
                Optional.empty());
    }

    Table table() {
        return new Table(
                name,
                kind,
                persistence,
                columns,
                constraints,
                indexes,
                triggers,
                policies,
                statistics,
                Optional.ofNullable(partitioning),
                Optional.ofNullable(partitionOf),
                parents,
                options,
                flags,
                replicaIdentity,
                age,
                knowledge,
                Optional.ofNullable(measures));
    }

    Optional<Column> column(Identifier wanted) {
        return Names.find(columns, column -> Optional.of(column.name()), wanted);
    }

    Optional<TableConstraint> constraint(Identifier wanted) {
        return Names.find(constraints, TableConstraint::name, wanted);
    }

    Optional<Index> index(Identifier wanted) {
        return Names.find(indexes, Index::name, wanted);
    }

    /** Changes a column; one that is not known is learnt of. */
    void change(Identifier wanted, UnaryOperator<Column> change) {
        Column before = column(wanted).orElseGet(() -> Column.unknown(wanted));
        replace(columns, before, change.apply(before));
    }

    void change(TableConstraint before, TableConstraint after) {
        replace(constraints, before, after);
    }

    void change(Index before, Index after) {
        replace(indexes, before, after);
    }

    private static <T> void replace(List<T> all, T before, T after) {
        int index = all.indexOf(before);
        if (index < 0) {
            all.add(after);
        } else {
            all.set(index, after);
        }
    }
}
