package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What actions on columns ask for. */
final class ColumnChanges {
    // Seen to be asked anew for each row on 11.4.5, as what reads another column is.
    private static final Set<String> BY_ROW = Set.of("uuid", "uuid_short", "sys_guid", "nextval", "next");
    private static final Set<String> CLOCK = Set.of(
            "current_timestamp",
            "now",
            "localtime",
            "localtimestamp",
            "current_date",
            "curdate",
            "current_time",
            "curtime");

    private final ServerFacts server;
    private final Optional<Table> table;
    private final List<AlterAction> actions;
    private final Optional<ColumnOrder> order;

    ColumnChanges(ServerFacts server, Optional<Table> table, List<AlterAction> actions) {
        this.server = server;
        this.table = table;
        this.actions = actions;
        this.order = table.map(known -> new ColumnOrder(known, actions));
    }

    Set<Change> order() {
        Set<Change> changes = Change.none();
        if (order.filter(ColumnOrder::moves).isPresent()) {
            changes.add(Change.MOVE_COLUMN);
        }
        if (order.filter(ColumnOrder::shiftsVirtual).isPresent()) {
            changes.add(Change.SHIFT_VIRTUAL_COLUMN);
        }
        return changes;
    }

    Set<Change> of(ColumnAction action) {
        return switch (action) {
            case AddColumn add -> isThere(add) ? Set.of() : added(add);
            case ColumnAction.DropColumn drop -> dropped(drop.column());
            case ColumnAction.RenameColumn rename -> Set.of(Change.RENAME_COLUMN);
            case ColumnAction.ModifyColumn modify -> defined(modify.column(), modify.definition());
            case ColumnAction.ChangeColumn change -> changed(change);
            case ColumnAction.SetDefault set -> Set.of(Change.CHANGE_DEFAULT);
            case ColumnAction.DropDefault drop -> Set.of(Change.CHANGE_DEFAULT);
            case ColumnAction.SetColumnOption set -> Set.of(Change.CHANGE_DEFAULT);
            case ColumnAction.ChangeType other -> Set.of(Change.CHANGE_TYPE);
            case ColumnAction.SetNotNull other -> Set.of(Change.MAKE_NOT_NULL);
            case ColumnAction.DropNotNull other -> Set.of(Change.MAKE_NULLABLE);
            case ColumnAction.AddIdentity other -> Set.of();
            case ColumnAction.SetIdentity other -> Set.of();
            case ColumnAction.DropIdentity other -> Set.of();
            case ColumnAction.SetExpression other -> Set.of();
            case ColumnAction.DropExpression other -> Set.of();
        };
    }

    private boolean isThere(AddColumn add) {
        return add.guard() == Guard.IF_NOT_EXISTS
                && table.flatMap(known -> known.column(add.column())).isPresent();
    }

    private Set<Change> added(AddColumn add) {
        ColumnDefinition definition = add.definition();
        Set<Change> changes = keys(definition);
        Optional<Generated> generated = definition.attribute(Generated.class);
        if (generated.filter(made -> made.storing() == Generated.Storing.STORED).isPresent()) {
            changes.add(Change.ADD_STORED_COLUMN);
            return changes;
        }
        if (generated.isPresent()) {
            changes.add(
                    add.position().place() == ColumnAction.Position.Place.FIRST
                            ? Change.ADD_VIRTUAL_COLUMN_FIRST
                            : Change.ADD_VIRTUAL_COLUMN);
            return changes;
        }
        changes.add(Change.ADD_COLUMN);
        if (isBetween(add)) {
            changes.add(Change.ADD_COLUMN_BETWEEN);
        }
        if (isSerial(definition)
                || definition.attribute(ColumnAttribute.AutoIncrement.class).isPresent()) {
            changes.add(Change.ADD_AUTO_INCREMENT);
        }
        if (lacksValue(definition)) {
            changes.add(Change.ADD_COLUMN_WITHOUT_VALUE);
        }
        definition
                .attribute(ColumnAttribute.Default.class)
                .flatMap(said -> defaultChange(said.value()))
                .ifPresent(changes::add);
        if (definition.has(ConstraintRule.Check.class)) {
            changes.add(Change.ADD_COLUMN_CHECK);
        }
        // MySQL reads a REFERENCES at a column and does nothing about it.
        if (definition.has(ConstraintRule.ForeignKey.class) && !server.isMysql()) {
            changes.add(Change.ADD_FOREIGN_KEY);
        }
        return changes;
    }

    private boolean isBetween(AddColumn add) {
        return order.map(known -> known.isBetween(add.column()))
                .orElse(add.position().place() != ColumnAction.Position.Place.UNSAID);
    }

    private Set<Change> keys(ColumnDefinition definition) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        boolean virtual = isVirtual(definition);
        boolean serial = isSerial(definition);
        if (definition.has(ConstraintRule.PrimaryKey.class)) {
            changes.add(Change.ADD_PRIMARY_KEY);
        }
        if (serial || definition.has(ConstraintRule.Unique.class)) {
            changes.add(virtual ? Change.INDEX_NEW_VIRTUAL_COLUMN_UNIQUELY : Change.ADD_INDEX);
        }
        return changes;
    }

    // It stands for BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE (manual 11.1).
    private static boolean isSerial(ColumnDefinition definition) {
        return definition
                .type()
                .filter(type -> type.base().equalsIgnoreCase("serial"))
                .isPresent();
    }

    private static boolean isVirtual(ColumnDefinition definition) {
        return definition
                .attribute(Generated.class)
                .filter(made -> made.storing() != Generated.Storing.STORED)
                .isPresent();
    }

    /** Tells whether the server would have to put the date of all zeros into the rows that are there. */
    static boolean lacksValue(ColumnDefinition definition) {
        return definition.has(ConstraintRule.NotNull.class)
                && definition.attribute(ColumnAttribute.Default.class).isEmpty()
                && definition.attribute(Generated.class).isEmpty()
                && definition
                        .type()
                        .map(type -> type.base().toUpperCase(Locale.ROOT))
                        .filter(type -> type.equals("DATE") || type.equals("DATETIME"))
                        .isPresent();
    }

    private Optional<Change> defaultChange(Expression value) {
        boolean expression =
                !value.tokens().isEmpty() && value.tokens().getFirst().isSymbol("(");
        boolean clock = !expression
                && value.names()
                        .findFirst()
                        .filter(name -> CLOCK.contains(name.toLowerCase(Locale.ROOT)))
                        .isPresent();
        if (clock) {
            return Optional.empty();
        }
        if (server.isMysql()) {
            return expression ? Optional.of(Change.ADD_COLUMN_WITH_EXPRESSION) : Optional.empty();
        }
        return variesByRow(value) ? Optional.of(Change.ADD_COLUMN_WITH_ROW_VALUE) : Optional.empty();
    }

    private boolean variesByRow(Expression value) {
        return value.names()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> BY_ROW.contains(name)
                        || table.flatMap(known -> known.column(new Identifier(name)))
                                .isPresent());
    }

    private Set<Change> dropped(Identifier name) {
        Optional<Column> column = table.flatMap(known -> known.column(name));
        Set<Change> changes = EnumSet.noneOf(Change.class);
        changes.add(column.filter(TableShape::isVirtual).isPresent() ? Change.DROP_VIRTUAL_COLUMN : Change.DROP_COLUMN);
        table.stream()
                .flatMap(known -> known.indexes().stream())
                .filter(index -> column.filter(on -> TableShape.isOn(index, on)).isPresent())
                .forEach(index -> {
                    boolean primary = index.kind().equals("PRIMARY");
                    changes.add(primary ? Change.DROP_PRIMARY_KEY : Change.DROP_INDEX);
                    if (!dropsAllOf(index) && !isDropped(index)) {
                        changes.add(primary ? Change.ADD_PRIMARY_KEY : Change.ADD_INDEX);
                    }
                });
        return changes;
    }

    private boolean isDropped(Index index) {
        boolean primary = index.kind().equals("PRIMARY");
        return actions.stream()
                .anyMatch(action -> (action instanceof IndexAction.DropTableIndex byName
                                && index.name().filter(byName.name()::equals).isPresent())
                        || (action instanceof ConstraintAction.DropConstraint drop
                                && primary
                                && drop.kind() == ConstraintAction.DropConstraint.Kind.PRIMARY_KEY));
    }

    /** Tells whether nothing is left of an index when the columns are gone. */
    boolean dropsAllOf(Index index) {
        List<Identifier> gone = ColumnAction.of(actions, ColumnAction.DropColumn.class).stream()
                .map(ColumnAction.DropColumn::column)
                .toList();
        return index.elements().stream()
                .allMatch(element -> element.column().filter(gone::contains).isPresent());
    }

    private Set<Change> changed(ColumnAction.ChangeColumn change) {
        Set<Change> changes = defined(change.column(), change.definition());
        if (!change.definition().name().equals(change.column())) {
            changes.add(Change.RENAME_COLUMN);
        }
        return changes;
    }

    // Where the column is not known, it is taken to be of another type: that is what MODIFY is mostly written for.
    private Set<Change> defined(Identifier name, ColumnDefinition definition) {
        Set<Change> changes = keys(definition);
        Optional<Column> column = table.flatMap(known -> known.column(name));
        if (column.isEmpty()) {
            changes.add(Change.CHANGE_TYPE);
            return changes;
        }
        changes.addAll(new ColumnChange(server, table.orElseThrow(), column.get(), definition, actions).changes());
        return changes;
    }

    boolean isNewVirtual(Identifier column) {
        List<ColumnDefinition> found = new ArrayList<>();
        ColumnAction.of(actions, AddColumn.class).stream()
                .map(AddColumn::definition)
                .forEach(found::add);
        return found.stream().anyMatch(definition -> definition.name().equals(column) && isVirtual(definition));
    }
}
