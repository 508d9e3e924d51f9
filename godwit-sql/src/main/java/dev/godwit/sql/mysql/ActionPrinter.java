package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import java.util.List;

/** Writes {@code ALTER TABLE} and {@code ALTER SEQUENCE}. */
final class ActionPrinter {
    private final SqlWriter out;
    private final TablePrinter tables;
    private final PartitionPrinter partitions;

    ActionPrinter(SqlWriter out, TablePrinter tables) {
        this.out = out;
        this.tables = tables;
        this.partitions = new PartitionPrinter(out, tables);
    }

    void alter(AlterTable alter) {
        out.words("ALTER");
        alter.modifiers().stream().filter(modifier -> !isWaiting(modifier)).forEach(out::words);
        out.words(alter.kind()).guard(alter.guard()).name(alter.table());
        alter.modifiers().stream().filter(ActionPrinter::isWaiting).forEach(out::words);
        boolean first = true;
        for (AlterAction action : alter.actions()) {
            boolean joins = action instanceof PartitionAction.Repartition
                    || action instanceof PartitionAction.RemovePartitioning;
            out.mark(first || joins ? "" : ",");
            action(action);
            first = false;
        }
    }

    private static boolean isWaiting(String modifier) {
        return modifier.startsWith("WAIT") || modifier.equals("NOWAIT");
    }

    private void action(AlterAction action) {
        switch (action) {
            case ColumnAction column -> column(column);
            case ConstraintAction constraint -> constraint(constraint);
            case IndexAction index -> index(index);
            case PartitionAction partition -> partitions.action(partition);
            case TableAction table -> table(table);
        }
    }

    private static IllegalArgumentException unknown(Object action) {
        return new IllegalArgumentException(
                "MySQL and MariaDB have no way to write " + action.getClass().getSimpleName());
    }

    private static String guard(Guard guard) {
        return switch (guard) {
            case NONE -> "";
            case IF_EXISTS -> "IF EXISTS";
            case IF_NOT_EXISTS -> "IF NOT EXISTS";
        };
    }

    private void column(ColumnAction action) {
        switch (action) {
            case ColumnAction.AddColumn add -> {
                out.words("ADD COLUMN").guard(add.guard());
                tables.column(add.definition());
                position(add.position());
            }
            case ColumnAction.DropColumn drop ->
                out.words("DROP COLUMN")
                        .guard(drop.guard())
                        .name(drop.column())
                        .wordsIf(
                                drop.behavior() != Behavior.UNSAID,
                                drop.behavior().name());
            case ColumnAction.RenameColumn rename ->
                out.words("RENAME COLUMN")
                        .guard(rename.guard())
                        .name(rename.column())
                        .words("TO")
                        .name(rename.to());
            case ColumnAction.ModifyColumn modify -> {
                out.words("MODIFY COLUMN").guard(modify.guard());
                tables.column(modify.definition());
                position(modify.position());
            }
            case ColumnAction.ChangeColumn change -> {
                out.words("CHANGE COLUMN").guard(change.guard()).name(change.column());
                tables.column(change.definition());
                position(change.position());
            }
            case ColumnAction.SetDefault set ->
                out.words("ALTER COLUMN")
                        .guard(set.guard())
                        .name(set.column())
                        .words("SET DEFAULT")
                        .expression(set.value());
            case ColumnAction.DropDefault drop ->
                out.words("ALTER COLUMN")
                        .guard(drop.guard())
                        .name(drop.column())
                        .words("DROP DEFAULT");
            case ColumnAction.SetColumnOption set ->
                out.words("ALTER COLUMN").name(set.column()).clause(set.setting());
            case ColumnAction.ChangeType other -> throw unknown(other);
            case ColumnAction.SetNotNull other -> throw unknown(other);
            case ColumnAction.DropNotNull other -> throw unknown(other);
            case ColumnAction.AddIdentity other -> throw unknown(other);
            case ColumnAction.SetIdentity other -> throw unknown(other);
            case ColumnAction.DropIdentity other -> throw unknown(other);
            case ColumnAction.SetExpression other -> throw unknown(other);
            case ColumnAction.DropExpression other -> throw unknown(other);
        }
    }

    private void position(Position position) {
        switch (position.place()) {
            case UNSAID -> {}
            case FIRST -> out.words("FIRST");
            case AFTER -> {
                out.words("AFTER");
                position.after().ifPresent(out::name);
            }
        }
    }

    private void constraint(ConstraintAction action) {
        switch (action) {
            case ConstraintAction.AddConstraint add -> {
                out.words("ADD");
                tables.constraint(add.constraint(), guard(add.guard()));
            }
            case DropConstraint drop -> {
                out.words("DROP").words(kind(drop.kind())).guard(drop.guard());
                drop.name().ifPresent(out::name);
            }
            case ConstraintAction.AlterConstraint alter -> {
                out.words("ALTER").words(kind(alter.kind())).name(alter.name());
                tables.checking(alter.checking());
            }
            case ConstraintAction.ValidateConstraint other -> throw unknown(other);
            case ConstraintAction.RenameConstraint other -> throw unknown(other);
        }
    }

    private static String kind(DropConstraint.Kind kind) {
        return switch (kind) {
            case CONSTRAINT -> "CONSTRAINT";
            case PRIMARY_KEY -> "PRIMARY KEY";
            case FOREIGN_KEY -> "FOREIGN KEY";
            case CHECK -> "CHECK";
        };
    }

    private void index(IndexAction action) {
        switch (action) {
            case IndexAction.AddIndex add -> {
                out.words("ADD");
                tables.index(add.index(), guard(add.guard()));
            }
            case IndexAction.DropTableIndex drop ->
                out.words("DROP INDEX").guard(drop.guard()).name(drop.name());
            case IndexAction.RenameIndex rename ->
                out.words("RENAME INDEX")
                        .guard(rename.guard())
                        .name(rename.name())
                        .words("TO")
                        .name(rename.to());
            case IndexAction.SetIndexVisibility set ->
                out.words("ALTER INDEX").guard(set.guard()).name(set.name()).words(set.state());
            case IndexAction.SwitchKeys keys ->
                out.words(keys.enabling().name()).words("KEYS");
            case IndexAction.AttachIndex other -> throw unknown(other);
        }
    }

    private void table(TableAction action) {
        switch (action) {
            case TableAction.RenameTable rename -> out.words("RENAME TO").name(rename.to());
            case TableAction.SetOption set -> tables.option(set.option());
            case TableAction.ConvertCharset convert -> {
                out.words("CONVERT TO CHARACTER SET").words(TablePrinter.charset(convert.charset()));
                convert.collation().ifPresent(collation -> out.words("COLLATE").words(TablePrinter.charset(collation)));
            }
            case TableAction.Algorithm algorithm -> out.words("ALGORITHM =").words(algorithm.name());
            case TableAction.Lock lock -> out.words("LOCK =").words(lock.name());
            case TableAction.Force force -> out.words("FORCE");
            case TableAction.OrderBy order -> out.words("ORDER BY").expression(order.columns());
            case TableAction.OtherAction other -> {
                out.words(other.name());
                other.rest().ifPresent(out::expression);
            }
            case TableAction.SetSequence set -> sequence(set.options());
            case TableAction.SetSchema other -> throw unknown(other);
            case TableAction.SetOwner other -> throw unknown(other);
            case TableAction.SetTablespace other -> throw unknown(other);
            case TableAction.SetPersistence other -> throw unknown(other);
            case TableAction.SetAccessMethod other -> throw unknown(other);
            case TableAction.SetStorage other -> throw unknown(other);
            case TableAction.ResetStorage other -> throw unknown(other);
            case TableAction.ClusterOn other -> throw unknown(other);
            case TableAction.SetInheritance other -> throw unknown(other);
            case TableAction.SetType other -> throw unknown(other);
            case TableAction.ReplicaIdentity other -> throw unknown(other);
            case TableAction.SwitchTrigger other -> throw unknown(other);
            case TableAction.RowSecurity other -> throw unknown(other);
        }
    }

    /** Writes the options of a sequence. */
    void sequence(List<Option> options) {
        options.forEach(option -> {
            if (SequenceReader.isOwn(option.name())) {
                out.clause(option);
            } else {
                tables.option(option);
            }
        });
    }
}
