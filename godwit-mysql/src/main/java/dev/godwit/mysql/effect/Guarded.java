package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import java.util.Optional;

/** Leaves out what MariaDB's IF EXISTS and IF NOT EXISTS make it leave out. */
final class Guarded {
    private Guarded() {}

    static AlterTable of(AlterTable alter, Optional<Table> table) {
        return alter.with(alter.actions().stream()
                .filter(action -> !isIdle(action, table))
                .toList());
    }

    /** Tells whether nothing is left to do. */
    static boolean isIdle(AlterTable alter) {
        return alter.actions().stream()
                .allMatch(action -> action instanceof TableAction.Algorithm || action instanceof TableAction.Lock);
    }

    private static boolean isIdle(AlterAction action, Optional<Table> table) {
        return switch (action) {
            case ColumnAction column -> isIdle(column, table);
            case ConstraintAction.AddConstraint add ->
                add.guard() != Guard.NONE
                        && add.constraint()
                                .name()
                                .filter(name -> has(table, name))
                                .isPresent();
            case ConstraintAction.DropConstraint drop ->
                drop.guard() != Guard.NONE
                        && Knowledge.isWhole(table)
                        && drop.name().filter(name -> !has(table, name)).isPresent();
            case ConstraintAction other -> false;
            case IndexAction.AddIndex add ->
                add.guard() != Guard.NONE
                        && add.index().name().filter(name -> has(table, name)).isPresent();
            case IndexAction.DropTableIndex drop ->
                drop.guard() != Guard.NONE && Knowledge.lacksIndex(table, drop.name());
            case IndexAction.RenameIndex rename ->
                rename.guard() != Guard.NONE && Knowledge.lacksIndex(table, rename.name());
            case IndexAction other -> false;
            case PartitionAction other -> false;
            case TableAction other -> false;
        };
    }

    private static boolean has(Optional<Table> table, Identifier name) {
        return table.filter(known ->
                        known.constraint(name).isPresent() || known.index(name).isPresent())
                .isPresent();
    }

    private static boolean isIdle(ColumnAction action, Optional<Table> table) {
        Guard guard = switch (action) {
            case ColumnAction.AddColumn add -> add.guard();
            case ColumnAction.DropColumn drop -> drop.guard();
            case ColumnAction.RenameColumn rename -> rename.guard();
            case ColumnAction.ModifyColumn modify -> modify.guard();
            case ColumnAction.ChangeColumn change -> change.guard();
            case ColumnAction other -> Guard.NONE;
        };
        return switch (guard) {
            case NONE -> false;
            case IF_NOT_EXISTS ->
                table.flatMap(known -> known.column(action.column())).isPresent();
            case IF_EXISTS -> Knowledge.lacksColumn(table, action.column());
        };
    }
}
