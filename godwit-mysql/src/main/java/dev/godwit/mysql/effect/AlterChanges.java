package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.TableAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an ALTER TABLE as the changes that it asks for. */
final class AlterChanges {
    private final ServerFacts server;
    private final Catalog catalog;
    private final List<AlterAction> actions;
    private final Optional<Table> table;
    private final ColumnChanges columns;
    private final Set<Change> changes = EnumSet.noneOf(Change.class);

    private AlterChanges(ServerFacts server, Catalog catalog, AlterTable alter, Optional<Table> table) {
        this.server = server;
        this.catalog = catalog;
        this.actions = alter.actions();
        this.table = table;
        this.columns = new ColumnChanges(server, table, actions);
    }

    static Alteration of(ServerFacts server, Catalog catalog, AlterTable alter) {
        Optional<Table> table = catalog.table(alter.table());
        AlterChanges reader = new AlterChanges(server, catalog, alter, table);
        alter.actions().forEach(reader::read);
        reader.changes.addAll(reader.columns.order());
        if (alter.actions().stream().anyMatch(action -> reader.renamesReferenced(alter, action))) {
            reader.changes.add(Change.RENAME_REFERENCED_COLUMN);
        }
        return new Alteration(reader.changes, TableShape.of(table), reader.keepsFulltext(), Settings.isStrict(catalog));
    }

    private boolean renamesReferenced(AlterTable alter, AlterAction action) {
        Optional<Identifier> renamed = switch (action) {
            case ColumnAction.RenameColumn rename -> Optional.of(rename.column());
            case ColumnAction.ChangeColumn change
            when !change.column().equals(change.definition().name()) -> Optional.of(change.column());
            case ColumnAction other -> Optional.empty();
            case ConstraintAction other -> Optional.empty();
            case IndexAction other -> Optional.empty();
            case PartitionAction other -> Optional.empty();
            case TableAction other -> Optional.empty();
        };
        return renamed.filter(column -> ForeignKeys.referTo(catalog, alter.table(), column))
                .isPresent();
    }

    private void read(AlterAction action) {
        switch (action) {
            case ColumnAction column -> changes.addAll(columns.of(column));
            case ConstraintAction constraint -> changes.addAll(constraint(constraint));
            case IndexAction index -> changes.addAll(index(index));
            case PartitionAction partition -> changes.addAll(partition(partition));
            case TableAction other -> changes.addAll(TableChanges.of(other, table, server));
        }
    }

    private static Set<Change> partition(PartitionAction action) {
        return switch (action) {
            case PartitionAction.Repartition by -> Set.of(Change.REPARTITION);
            case PartitionAction.RemovePartitioning remove -> Set.of(Change.REPARTITION);
            // These stand alone in their statement and are judged by themselves.
            case PartitionAction.ExchangePartition exchange -> Set.of();
            case PartitionAction.ChangePartitions change -> Set.of();
            case PartitionAction.AttachPartition other -> Set.of();
            case PartitionAction.DetachPartition other -> Set.of();
        };
    }

    private Set<Change> constraint(ConstraintAction action) {
        return switch (action) {
            case ConstraintAction.AddConstraint add -> added(add.constraint());
            case DropConstraint drop -> dropped(drop);
            case ConstraintAction.AlterConstraint alter ->
                alter.checking().enforced() == Constraint.Enforcement.NOT_ENFORCED
                        ? Set.of(Change.DROP_CHECK)
                        : enforced(alter.name());
            case ConstraintAction.ValidateConstraint other -> Set.of();
            case ConstraintAction.RenameConstraint other -> Set.of();
        };
    }

    private Set<Change> enforced(Identifier name) {
        boolean proved = table.flatMap(known -> known.constraint(name))
                .filter(TableConstraint::isProved)
                .isPresent();
        return Set.of(proved ? Change.CHANGE_DEFAULT : Change.ADD_CHECK);
    }

    private Set<Change> added(Constraint constraint) {
        return switch (constraint.rule()) {
            case ConstraintRule.PrimaryKey key -> Set.of(Change.ADD_PRIMARY_KEY);
            case ConstraintRule.Unique unique -> unique(unique.key().elements());
            case ConstraintRule.ForeignKey key -> foreignKey(key);
            case ConstraintRule.Check check ->
                constraint.checking().enforced() == Constraint.Enforcement.NOT_ENFORCED
                        ? Set.of(Change.DROP_CHECK)
                        : Set.of(Change.ADD_CHECK);
            case ConstraintRule.NotNull other -> Set.of();
            case ConstraintRule.Exclude other -> Set.of();
        };
    }

    private Set<Change> unique(List<IndexElement> elements) {
        boolean functional =
                elements.stream().anyMatch(element -> element.expression().isPresent());
        if (functional || onNewVirtual(elements)) {
            return Set.of(Change.INDEX_NEW_VIRTUAL_COLUMN_UNIQUELY);
        }
        // Without a primary key the rows are kept in the order of the first unique key that takes no NULL.
        return keepsRowsBy(elements) ? Set.of(Change.ADD_PRIMARY_KEY) : indexed(elements);
    }

    private boolean keepsRowsBy(List<IndexElement> elements) {
        return table.filter(known -> known.knowledge() == Table.Knowledge.WHOLE
                        && known.indexes().stream()
                                .noneMatch(index -> index.isUnique() && takesNoNull(known, index.elements()))
                        && takesNoNull(known, elements))
                .isPresent();
    }

    private static boolean takesNoNull(Table table, List<IndexElement> elements) {
        return elements.stream()
                .allMatch(element -> element.length().isEmpty()
                        && element.column()
                                .flatMap(table::column)
                                .filter(column -> column.nullability() == Column.Nullability.NOT_NULL)
                                .isPresent());
    }

    private Set<Change> indexed(List<IndexElement> elements) {
        if (elements.stream().anyMatch(element -> element.expression().isPresent())) {
            return Set.of(Change.ADD_FUNCTIONAL_INDEX);
        }
        return Set.of(onNewVirtual(elements) ? Change.INDEX_NEW_VIRTUAL_COLUMN : Change.ADD_INDEX);
    }

    private boolean onNewVirtual(List<IndexElement> elements) {
        return elements.stream().flatMap(element -> element.column().stream()).anyMatch(columns::isNewVirtual);
    }

    private Set<Change> foreignKey(ConstraintRule.ForeignKey key) {
        if (Settings.checksForeignKeys(catalog)) {
            return Set.of(Change.ADD_FOREIGN_KEY);
        }
        boolean indexed = table.isEmpty() || isIndexed(key.columns());
        return indexed
                ? Set.of(Change.ADD_FOREIGN_KEY_UNCHECKED)
                : Set.of(Change.ADD_FOREIGN_KEY_UNCHECKED, Change.ADD_INDEX);
    }

    private boolean isIndexed(List<Identifier> wanted) {
        return table.stream()
                .flatMap(known -> known.indexes().stream())
                .map(index -> index.elements().stream()
                        .flatMap(element -> element.column().stream())
                        .toList())
                .anyMatch(on -> on.size() >= wanted.size()
                        && on.subList(0, wanted.size()).equals(wanted));
    }

    private Set<Change> dropped(DropConstraint drop) {
        return switch (drop.kind()) {
            case PRIMARY_KEY -> Set.of(Change.DROP_PRIMARY_KEY);
            case FOREIGN_KEY -> Set.of(Change.DROP_FOREIGN_KEY);
            case CHECK -> Set.of(Change.DROP_CHECK);
            case CONSTRAINT -> droppedByName(drop.name());
        };
    }

    private Set<Change> droppedByName(Optional<Identifier> name) {
        Optional<ConstraintRule> rule = name.flatMap(named -> table.flatMap(known -> known.constraint(named)))
                .map(TableConstraint::rule);
        if (rule.isEmpty()) {
            return Set.of(Change.DROP_FOREIGN_KEY);
        }
        return switch (rule.get()) {
            case ConstraintRule.PrimaryKey key -> Set.of(Change.DROP_PRIMARY_KEY);
            case ConstraintRule.Unique unique -> Set.of(Change.DROP_INDEX);
            case ConstraintRule.ForeignKey key -> Set.of(Change.DROP_FOREIGN_KEY);
            case ConstraintRule.Check check -> Set.of(Change.DROP_CHECK);
            case ConstraintRule.NotNull other -> Set.of();
            case ConstraintRule.Exclude other -> Set.of();
        };
    }

    private Set<Change> index(IndexAction action) {
        return switch (action) {
            case IndexAction.AddIndex add ->
                addedIndex(add.index().kind(), add.index().elements());
            case IndexAction.DropTableIndex drop -> Set.of(Change.DROP_INDEX);
            case IndexAction.RenameIndex rename -> Set.of(Change.RENAME_INDEX);
            case IndexAction.SetIndexVisibility set -> Set.of(Change.SHOW_INDEX);
            case IndexAction.SwitchKeys keys -> Set.of(Change.SWITCH_KEYS);
            case IndexAction.AttachIndex other -> Set.of();
        };
    }

    private Set<Change> addedIndex(String kind, List<IndexElement> elements) {
        return switch (kind) {
            case "FULLTEXT" ->
                changes.contains(Change.ADD_FULLTEXT)
                        ? Set.of(Change.ADD_SECOND_FULLTEXT)
                        : Set.of(Change.ADD_FULLTEXT);
            case "SPATIAL" -> Set.of(Change.ADD_SPATIAL);
            case "UNIQUE" -> unique(elements);
            default -> indexed(elements);
        };
    }

    private boolean keepsFulltext() {
        return table.stream()
                .flatMap(known -> known.indexes().stream())
                .filter(index -> index.kind().equals("FULLTEXT"))
                .anyMatch(index -> !isDropped(index));
    }

    private boolean isDropped(Index index) {
        boolean byName = actions.stream()
                .filter(IndexAction.DropTableIndex.class::isInstance)
                .map(action -> ((IndexAction.DropTableIndex) action).name())
                .anyMatch(name -> index.name().filter(name::equals).isPresent());
        return byName || columns.dropsAllOf(index);
    }
}
