package dev.godwit.sql.postgres;

import static dev.godwit.sql.postgres.PostgresText.joined;
import static dev.godwit.sql.postgres.PostgresText.name;
import static dev.godwit.sql.postgres.PrintedTables.guard;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.TableAction;

/** Writes ALTER TABLE and its like. */
final class PrintedActions {
    private final AlterTable alter;

    private PrintedActions(AlterTable alter) {
        this.alter = alter;
    }

    static String alter(AlterTable alter) {
        var actions = new PrintedActions(alter);
        return "ALTER " + alter.kind() + guard(alter.guard()) + only(alter.scope()) + " " + name(alter.table()) + " "
                + joined(alter.actions(), ", ", actions::action);
    }

    static String only(AlterTable.Scope scope) {
        return switch (scope) {
            case WITH_CHILDREN -> "";
            case ONLY -> " ONLY";
        };
    }

    static String behavior(Behavior behavior) {
        return switch (behavior) {
            case UNSAID -> "";
            case RESTRICT -> " RESTRICT";
            case CASCADE -> " CASCADE";
        };
    }

    private String action(AlterAction action) {
        return switch (action) {
            case ColumnAction column -> column(column);
            case ConstraintAction constraint -> constraint(constraint);
            case IndexAction.AttachIndex attach -> "ATTACH PARTITION " + name(attach.index());
            case IndexAction other -> throw PostgresPrinter.foreign(other);
            case PartitionAction partition -> partition(partition);
            case TableAction table -> table(table);
        };
    }

    private String column(ColumnAction action) {
        return switch (action) {
            case ColumnAction.AddColumn add ->
                "ADD COLUMN" + guard(add.guard()) + " " + PrintedTables.column(add.definition());
            case ColumnAction.DropColumn drop ->
                "DROP COLUMN" + guard(drop.guard()) + " " + name(drop.column()) + behavior(drop.behavior());
            case ColumnAction.RenameColumn rename ->
                "RENAME COLUMN " + name(rename.column()) + " TO " + name(rename.to());
            case ColumnAction.ChangeType change ->
                at(change.column(), "TYPE " + PostgresText.type(change.type()))
                        + change.collation()
                                .map(collation -> " COLLATE " + name(collation))
                                .orElse("")
                        + PostgresText.after(" USING ", change.using());
            case ColumnAction.SetDefault set ->
                at(set.column(), "SET DEFAULT " + set.value().text());
            case ColumnAction.DropDefault drop -> at(drop.column(), "DROP DEFAULT");
            case ColumnAction.SetNotNull set -> at(set.column(), "SET NOT NULL");
            case ColumnAction.DropNotNull drop -> at(drop.column(), "DROP NOT NULL");
            case ColumnAction.AddIdentity add -> at(add.column(), "ADD " + PrintedTables.identity(add.identity()));
            case ColumnAction.SetIdentity set -> at(set.column(), set.options().text());
            case ColumnAction.DropIdentity drop -> at(drop.column(), "DROP IDENTITY" + guard(drop.guard()));
            case ColumnAction.SetExpression set ->
                at(set.column(), "SET EXPRESSION AS (" + set.value().text() + ")");
            case ColumnAction.DropExpression drop -> at(drop.column(), "DROP EXPRESSION" + guard(drop.guard()));
            case ColumnAction.SetColumnOption set -> at(set.column(), setting(set.setting()));
            case ColumnAction.ModifyColumn other -> throw PostgresPrinter.foreign(other);
            case ColumnAction.ChangeColumn other -> throw PostgresPrinter.foreign(other);
        };
    }

    // The columns of an index are known by their numbers.
    private String at(Identifier column, String what) {
        boolean number = alter.kind().equals("INDEX") && column.name().chars().allMatch(Character::isDigit);
        return "ALTER COLUMN " + (number ? column.name() : name(column)) + " " + what;
    }

    private static String setting(Option option) {
        return switch (option.name()) {
            case "SET", "RESET", "OPTIONS" -> option.name() + PostgresText.after(" (", option.value()) + ")";
            default -> PostgresText.words(option);
        };
    }

    private static String constraint(ConstraintAction action) {
        return switch (action) {
            case ConstraintAction.AddConstraint add -> "ADD " + PrintedConstraints.ofTable(add.constraint());
            case ConstraintAction.DropConstraint drop ->
                "DROP CONSTRAINT" + guard(drop.guard()) + " "
                        + name(drop.name().orElseThrow(() -> PostgresPrinter.foreign(drop)))
                        + behavior(drop.behavior());
            case ConstraintAction.ValidateConstraint validate -> "VALIDATE CONSTRAINT " + name(validate.name());
            case ConstraintAction.AlterConstraint change ->
                "ALTER CONSTRAINT " + name(change.name()) + PrintedConstraints.checking(change.checking());
            case ConstraintAction.RenameConstraint rename ->
                "RENAME CONSTRAINT " + name(rename.name()) + " TO " + name(rename.to());
        };
    }

    private static String partition(PartitionAction action) {
        return switch (action) {
            case PartitionAction.AttachPartition attach ->
                "ATTACH PARTITION " + name(attach.partition()) + " "
                        + attach.bound().text();
            case PartitionAction.DetachPartition detach ->
                "DETACH PARTITION " + name(detach.partition())
                        + switch (detach.way()) {
                            case PLAIN -> "";
                            case CONCURRENTLY -> " CONCURRENTLY";
                            case FINALIZE -> " FINALIZE";
                        };
            case PartitionAction.Repartition other -> throw PostgresPrinter.foreign(other);
            case PartitionAction.RemovePartitioning other -> throw PostgresPrinter.foreign(other);
            case PartitionAction.ExchangePartition other -> throw PostgresPrinter.foreign(other);
            case PartitionAction.ChangePartitions other -> throw PostgresPrinter.foreign(other);
        };
    }

    private static String table(TableAction action) {
        return switch (action) {
            case TableAction.RenameTable rename -> "RENAME TO " + name(rename.to());
            case TableAction.SetSchema set -> "SET SCHEMA " + name(set.schema());
            case TableAction.SetOwner set -> "OWNER TO " + PostgresText.role(set.owner());
            case TableAction.SetTablespace set -> "SET TABLESPACE " + name(set.tablespace());
            case TableAction.SetPersistence set ->
                set.persistence() == Persistence.UNLOGGED ? "SET UNLOGGED" : "SET LOGGED";
            case TableAction.SetAccessMethod set ->
                "SET ACCESS METHOD " + set.method().map(PostgresText::name).orElse("DEFAULT");
            case TableAction.SetStorage set -> "SET " + PostgresText.settings(set.options());
            case TableAction.ResetStorage reset -> "RESET " + PostgresText.settings(reset.options());
            case TableAction.ClusterOn cluster ->
                cluster.index().map(index -> "CLUSTER ON " + name(index)).orElse("SET WITHOUT CLUSTER");
            case TableAction.SetInheritance set ->
                (set.inheritance() == Constraint.Inheritance.NO_INHERIT ? "NO INHERIT " : "INHERIT ")
                        + name(set.parent());
            case TableAction.SetType set ->
                set.type().map(type -> "OF " + PostgresText.typeName(type)).orElse("NOT OF");
            case TableAction.ReplicaIdentity identity ->
                "REPLICA IDENTITY "
                        + identity.index()
                                .map(index -> "USING INDEX " + name(index))
                                .orElse(identity.mode());
            case TableAction.SwitchTrigger change ->
                change.mode() + " " + change.kind() + " "
                        + change.name().map(PostgresText::name).or(change::all).orElse("ALL");
            case TableAction.RowSecurity security -> security.mode() + " ROW LEVEL SECURITY";
            case TableAction.SetSequence set -> joined(set.options(), " ", PostgresText::words);
            case TableAction.OtherAction other -> other(other);
            case TableAction.SetOption other -> throw PostgresPrinter.foreign(other);
            case TableAction.ConvertCharset other -> throw PostgresPrinter.foreign(other);
            case TableAction.Algorithm other -> throw PostgresPrinter.foreign(other);
            case TableAction.Lock other -> throw PostgresPrinter.foreign(other);
            case TableAction.Force other -> throw PostgresPrinter.foreign(other);
            case TableAction.OrderBy other -> throw PostgresPrinter.foreign(other);
        };
    }

    private static String other(TableAction.OtherAction other) {
        return other.name().equals("OPTIONS")
                ? "OPTIONS" + PostgresText.after(" (", other.rest()) + ")"
                : other.name() + PostgresText.after(" ", other.rest());
    }
}
