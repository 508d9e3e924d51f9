package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.Directives.Purpose;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes back {@code ALTER TABLE}, and the like of indexes, views and sequences. */
final class AlterWaysBack {
    private final PlanContext context;
    private final SqlText sql;
    private final AlterTable alter;
    private final QualifiedName table;

    private AlterWaysBack(PlanContext context, AlterTable alter) {
        this.context = context;
        this.sql = context.sql();
        this.alter = alter;
        this.table = alter.table();
    }

    static WayBack of(PlanContext context, AlterTable alter) {
        return Undo.isYoung(context, alter.table()) && !renames(alter)
                ? WayBack.nothing()
                : new AlterWaysBack(context, alter).all();
    }

    // What this migration made goes as a whole, but by the name that it had then.
    private static boolean renames(AlterTable alter) {
        return alter.actions().stream()
                .anyMatch(
                        action -> action instanceof TableAction.RenameTable || action instanceof TableAction.SetSchema);
    }

    private WayBack all() {
        List<String> statements = new ArrayList<>();
        for (AlterAction action : alter.actions().reversed()) {
            switch (one(action)) {
                case WayBack.None none -> {
                    return none;
                }
                case WayBack.Statements back -> statements.addAll(back.statements());
            }
        }
        return new WayBack.Statements(statements);
    }

    private WayBack one(AlterAction action) {
        return switch (action) {
            case ColumnAction column -> column(column);
            case ConstraintAction constraint -> new ConstraintWaysBack(context, table).of(constraint);
            case TableAction whole -> whole(whole);
            case PartitionAction partition -> partition(partition);
            case IndexAction.AttachIndex attach -> Undo.none("PostgreSQL detaches no part of an index");
            case IndexAction other -> unknown("its index");
        };
    }

    private WayBack unknown(String what) {
        return Undo.none("what " + what + " of " + table + " was before is not known");
    }

    private Optional<Column> known(Identifier column) {
        return Tables.column(context, table, column);
    }

    private WayBack column(ColumnAction action) {
        Identifier column = action.column();
        return switch (action) {
            case ColumnAction.AddColumn add ->
                add.guard() == Guard.IF_NOT_EXISTS && known(column).isPresent()
                        ? WayBack.nothing()
                        : WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} DROP COLUMN IF EXISTS {}", table, column));
            case ColumnAction.DropColumn drop ->
                drop.guard() == Guard.IF_EXISTS
                                && context.known(table).isPresent()
                                && known(column).isEmpty()
                        ? WayBack.nothing()
                        : Undo.none("the values of column " + column + " are gone");
            case ColumnAction.RenameColumn rename ->
                Undo.tolerant(
                        sql.sql("ALTER " + alter.kind() + " {} RENAME COLUMN {} TO {}", table, rename.to(), column));
            case ColumnAction.SetNotNull set ->
                known(column)
                                .filter(before -> before.nullability() == Column.Nullability.NOT_NULL)
                                .isPresent()
                        ? WayBack.nothing()
                        : WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} ALTER COLUMN {} DROP NOT NULL", table, column));
            case ColumnAction.DropNotNull drop -> notNullAgain(column);
            case ColumnAction.SetDefault set -> oldDefault(column);
            case ColumnAction.DropDefault drop -> oldDefault(column);
            case ColumnAction.AddIdentity add ->
                WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} ALTER COLUMN {} DROP IDENTITY IF EXISTS", table, column));
            case ColumnAction.ChangeType change ->
                Undo.none("values that were written since may not fit the type that column " + column + " had");
            case ColumnAction.ModifyColumn other -> unknown("column " + column);
            case ColumnAction.ChangeColumn other -> unknown("column " + column);
            case ColumnAction.SetIdentity other -> unknown("the identity " + column);
            case ColumnAction.DropIdentity other -> unknown("the identity " + column);
            case ColumnAction.SetExpression other -> unknown("column " + column);
            case ColumnAction.DropExpression other -> unknown("column " + column);
            case ColumnAction.SetColumnOption other -> unknown("the settings of column " + column);
        };
    }

    private WayBack notNullAgain(Identifier column) {
        boolean was = known(column)
                .filter(before -> before.nullability() == Column.Nullability.NULLABLE)
                .isEmpty();
        if (!was) {
            return WayBack.nothing();
        }
        Optional<String> value = context.values().of(Purpose.DOWN, table.last().name(), column.name());
        return value.map(fill -> WayBack.by(
                        sql.sql("UPDATE {} SET {} = {} WHERE {} IS NULL", table, column, new Raw(fill), column),
                        sql.sql("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL", table, column)))
                .orElseGet(() -> Undo.none("rows that were written since may have NULL in column " + column
                        + ". Had the file said what they shall have, it could: -- godwit:down " + column
                        + " = <expression>"));
    }

    private WayBack oldDefault(Identifier column) {
        Optional<Column> before = known(column);
        if (before.isEmpty()) {
            return unknown("the default of column " + column);
        }
        Optional<Expression> value = before.get().defaultValue();
        return WayBack.by(
                value.isPresent()
                        ? sql.sql(
                                "ALTER TABLE IF EXISTS {} ALTER COLUMN {} SET DEFAULT {}",
                                table,
                                column,
                                new Raw(value.get().text()))
                        : sql.sql("ALTER TABLE IF EXISTS {} ALTER COLUMN {} DROP DEFAULT", table, column));
    }

    private WayBack whole(TableAction action) {
        Raw kind = new Raw(alter.kind());
        return switch (action) {
            case TableAction.RenameTable rename ->
                WayBack.by(sql.sql(
                        "ALTER {} IF EXISTS {} RENAME TO {}",
                        kind,
                        Tables.beside(table, rename.to().last()),
                        table.last()));
            case TableAction.SetSchema set ->
                WayBack.by(sql.sql(
                        "ALTER {} IF EXISTS {} SET SCHEMA {}",
                        kind,
                        new QualifiedName(List.of(set.schema(), table.last())),
                        schema()));
            case TableAction.SetPersistence set -> persistence();
            case TableAction.SetStorage set -> storage(set.options());
            case TableAction.ResetStorage reset -> storage(reset.options());
            case TableAction.ReplicaIdentity set -> replicaIdentity();
            case TableAction.RowSecurity set -> rowSecurity(set.mode());
            case TableAction.SetInheritance set ->
                Undo.tolerant(sql.sql(
                        "ALTER TABLE {} {} {}",
                        table,
                        new Raw(set.inheritance() == Inheritance.NO_INHERIT ? "INHERIT" : "NO INHERIT"),
                        set.parent()));
            case TableAction.SetOwner other -> unknown("the owner");
            case TableAction.SetTablespace other -> unknown("the tablespace");
            case TableAction.SetAccessMethod other -> unknown("the access method");
            case TableAction.ClusterOn other -> unknown("the order on disk");
            case TableAction.SetType other -> unknown("the type");
            case TableAction.SwitchTrigger other -> unknown("the state of its triggers");
            case TableAction.SetSequence other -> unknown("the options");
            case TableAction.OtherAction other -> unknown(other.name().toLowerCase(Locale.ROOT));
            case TableAction.SetOption other -> unknown("the option");
            case TableAction.ConvertCharset other -> unknown("the character set");
            case TableAction.Algorithm other -> WayBack.nothing();
            case TableAction.Lock other -> WayBack.nothing();
            case TableAction.Force other -> WayBack.nothing();
            case TableAction.OrderBy other -> unknown("the order");
        };
    }

    private Identifier schema() {
        List<Identifier> parts = Tables.full(context, table).parts();
        return parts.size() > 1 ? parts.get(parts.size() - 2) : new Identifier("public");
    }

    private WayBack persistence() {
        return context.known(table)
                .map(before -> WayBack.by(sql.sql(
                        "ALTER TABLE IF EXISTS {} SET {}",
                        table,
                        new Raw(before.persistence() == Persistence.UNLOGGED ? "UNLOGGED" : "LOGGED"))))
                .orElseGet(() -> unknown("the persistence"));
    }

    private WayBack storage(List<Option> options) {
        Optional<Table> before = context.known(table);
        if (before.isEmpty() || !alter.kind().equals("TABLE")) {
            return unknown("the storage parameters");
        }
        List<String> statements = new ArrayList<>();
        for (Option option : options) {
            String name = option.name().toLowerCase(Locale.ROOT).replace(" ", "");
            String value = before.get().options().get(option.name());
            statements.add(sql.sql(
                    "ALTER TABLE IF EXISTS {} {}",
                    table,
                    new Raw(value == null ? "RESET (" + name + ")" : "SET (" + name + " = " + value + ")")));
        }
        return new WayBack.Statements(statements);
    }

    private WayBack replicaIdentity() {
        return context.known(table)
                .map(Table::replicaIdentity)
                .map(before -> before.startsWith("INDEX ")
                        ? "USING INDEX " + sql.name(before.substring("INDEX ".length()))
                        : before)
                .map(before ->
                        WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} REPLICA IDENTITY {}", table, new Raw(before))))
                .orElseGet(() -> unknown("the replica identity"));
    }

    private WayBack rowSecurity(String mode) {
        Optional<Table> before = context.known(table);
        if (before.isEmpty()) {
            return unknown("the row level security");
        }
        boolean forced = mode.contains("FORCE");
        boolean was = before.get().flags().contains(forced ? "FORCE ROW LEVEL SECURITY" : "ROW LEVEL SECURITY");
        String verb = forced ? (was ? "FORCE" : "NO FORCE") : (was ? "ENABLE" : "DISABLE");
        return WayBack.by(sql.sql("ALTER TABLE IF EXISTS {} {} ROW LEVEL SECURITY", table, new Raw(verb)));
    }

    private WayBack partition(PartitionAction action) {
        return switch (action) {
            case PartitionAction.AttachPartition attach ->
                Undo.tolerant(sql.sql("ALTER TABLE {} DETACH PARTITION {}", table, attach.partition()));
            case PartitionAction.DetachPartition detach ->
                context.known(detach.partition())
                        .flatMap(Table::partitionOf)
                        .map(link -> WayBack.by(sql.sql(
                                "ALTER TABLE {} ATTACH PARTITION {} {}",
                                table,
                                detach.partition(),
                                new Raw(link.bound()))))
                        .orElseGet(() -> unknown("the bound of partition " + detach.partition()));
            case PartitionAction.Repartition other -> unknown("the partitioning");
            case PartitionAction.RemovePartitioning other -> unknown("the partitioning");
            case PartitionAction.ExchangePartition other -> unknown("the partitioning");
            case PartitionAction.ChangePartitions other -> unknown("the partitioning");
        };
    }
}
