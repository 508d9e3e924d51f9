package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table in their order, and what an ALTER TABLE makes of it. */
final class ColumnOrder {
    private final List<Identifier> before;
    private final List<Identifier> stay;
    private final List<Identifier> order;
    private final List<Identifier> virtual;
    // New names by the old.
    private final Map<Identifier, Identifier> renamed = new HashMap<>();

    ColumnOrder(Table table, List<AlterAction> actions) {
        this.before = table.columns().stream().map(column -> column.name()).toList();
        this.stay = new ArrayList<>(before);
        this.order = new ArrayList<>(before);
        this.virtual = table.columns().stream()
                .filter(TableShape::isVirtual)
                .map(column -> column.name())
                .toList();
        ColumnAction.of(actions, ColumnAction.class).forEach(this::apply);
    }

    private void apply(ColumnAction action) {
        switch (action) {
            case ColumnAction.AddColumn add when !order.contains(add.column()) -> place(add.column(), add.position());
            case ColumnAction.DropColumn drop -> drop(drop.column());
            case ColumnAction.ModifyColumn modify -> move(modify.column(), modify.position());
            case ColumnAction.ChangeColumn change -> {
                move(change.column(), change.position());
                rename(change.column(), change.definition().name());
            }
            case ColumnAction.RenameColumn rename -> rename(rename.column(), rename.to());
            case ColumnAction.AddColumn there -> {}
            case ColumnAction.ChangeType other -> {}
            case ColumnAction.SetDefault other -> {}
            case ColumnAction.DropDefault other -> {}
            case ColumnAction.SetNotNull other -> {}
            case ColumnAction.DropNotNull other -> {}
            case ColumnAction.AddIdentity other -> {}
            case ColumnAction.SetIdentity other -> {}
            case ColumnAction.DropIdentity other -> {}
            case ColumnAction.SetExpression other -> {}
            case ColumnAction.DropExpression other -> {}
            case ColumnAction.SetColumnOption other -> {}
        }
    }

    private void drop(Identifier column) {
        if (order.remove(column)) {
            stay.remove(column);
        }
    }

    private void move(Identifier column, Position position) {
        if (position.place() != Position.Place.UNSAID && order.remove(column)) {
            place(column, position);
        }
    }

    private void place(Identifier column, Position position) {
        switch (position.place()) {
            case UNSAID -> order.add(column);
            case FIRST -> order.addFirst(column);
            case AFTER -> {
                int at = position.after().map(order::indexOf).orElse(-1);
                order.add(at < 0 ? order.size() : at + 1, column);
            }
        }
    }

    private void rename(Identifier column, Identifier to) {
        if (order.contains(column)) {
            order.set(order.indexOf(column), to);
            renamed.put(column, to);
        }
    }

    /** Tells whether columns that stay change places among each other. */
    boolean moves() {
        List<Identifier> wanted = stay.stream().map(this::now).toList();
        List<Identifier> left = order.stream().filter(wanted::contains).toList();
        return !wanted.equals(left);
    }

    /** Tells whether a virtual column that stays gets another place. */
    boolean shiftsVirtual() {
        return virtual.stream()
                .filter(stay::contains)
                .anyMatch(column -> before.indexOf(column) != order.indexOf(now(column)));
    }

    /** Tells whether a column that was added stands before one that was there. */
    boolean isBetween(Identifier added) {
        int at = order.indexOf(added);
        return at >= 0
                && order.subList(at, order.size()).stream()
                        .anyMatch(column -> stay.stream().map(this::now).anyMatch(column::equals));
    }

    private Identifier now(Identifier column) {
        return renamed.getOrDefault(column, column);
    }
}
