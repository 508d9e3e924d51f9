package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.TableIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what an {@code ALTER} of Godwit's tree does in the words of {@link Judged}. */
final class GodwitActions {
    private final GodwitTypes types;

    GodwitActions(GodwitTypes types) {
        this.types = types;
    }

    JudgedAction action(AlterAction action) {
        return switch (action) {
            case ColumnAction column -> column(column);
            case ConstraintAction constraint -> constraint(constraint);
            case IndexAction index -> index(index);
            case PartitionAction partition -> partition(partition);
            case TableAction table -> table(table);
        };
    }

    private static JudgedAction plain(String kind, Identifier column) {
        return new JudgedAction(kind, column.name(), "");
    }

    private static String name(Optional<Identifier> name) {
        return name.map(Identifier::name).orElse("");
    }

    private String type(ColumnDefinition definition) {
        return definition.type().map(types::spelled).orElse("");
    }

    private JudgedAction column(ColumnAction action) {
        String column = action.column().name();
        return switch (action) {
            case ColumnAction.AddColumn add -> new JudgedAction("ADD COLUMN", column, type(add.definition()));
            case ColumnAction.DropColumn drop -> plain("DROP COLUMN", drop.column());
            case ColumnAction.RenameColumn rename ->
                new JudgedAction("RENAME COLUMN", column, rename.to().name());
            case ColumnAction.ChangeType change ->
                new JudgedAction("CHANGE TYPE", column, types.spelled(change.type()));
            case ColumnAction.ModifyColumn modify ->
                new JudgedAction("MODIFY COLUMN", column, type(modify.definition()));
            case ColumnAction.ChangeColumn change ->
                new JudgedAction(
                        "CHANGE COLUMN", column, change.definition().name().name() + " " + type(change.definition()));
            case ColumnAction.SetDefault set -> plain("SET DEFAULT", set.column());
            case ColumnAction.DropDefault drop -> plain("DROP DEFAULT", drop.column());
            case ColumnAction.SetNotNull set -> plain("SET NOT NULL", set.column());
            case ColumnAction.DropNotNull drop -> plain("DROP NOT NULL", drop.column());
            case ColumnAction.AddIdentity add -> plain("ADD IDENTITY", add.column());
            case ColumnAction.SetIdentity set -> plain("SET IDENTITY", set.column());
            case ColumnAction.DropIdentity drop -> plain("DROP IDENTITY", drop.column());
            case ColumnAction.SetExpression set -> plain("SET EXPRESSION", set.column());
            case ColumnAction.DropExpression drop -> plain("DROP EXPRESSION", drop.column());
            case ColumnAction.SetColumnOption set -> plain(columnOption(set.setting()), set.column());
        };
    }

    private static String columnOption(Option setting) {
        return switch (setting.name()) {
            case "SET" -> "SET COLUMN OPTIONS";
            case "RESET" -> "RESET COLUMN OPTIONS";
            case "OPTIONS" -> "FOREIGN COLUMN OPTIONS";
            default -> setting.name();
        };
    }

    private static JudgedAction constraint(ConstraintAction action) {
        return switch (action) {
            case ConstraintAction.AddConstraint add -> constraint("ADD ", add.constraint());
            case ConstraintAction.DropConstraint drop ->
                switch (drop.kind()) {
                    case PRIMARY_KEY -> new JudgedAction("DROP PRIMARY KEY", "", "");
                    case FOREIGN_KEY -> new JudgedAction("DROP FOREIGN KEY", name(drop.name()), "");
                    case CONSTRAINT, CHECK -> new JudgedAction("DROP CONSTRAINT", name(drop.name()), "");
                };
            case ConstraintAction.ValidateConstraint validate -> plain("VALIDATE CONSTRAINT", validate.name());
            case ConstraintAction.AlterConstraint alter -> plain("ALTER CONSTRAINT", alter.name());
            case ConstraintAction.RenameConstraint rename ->
                new JudgedAction(
                        "RENAME CONSTRAINT", rename.name().name(), rename.to().name());
        };
    }

    /** Names a constraint; an index behind UNIQUE counts as its name, since MySQL knows one only. */
    static JudgedAction constraint(String prefix, Constraint constraint) {
        String name = name(constraint.name());
        return switch (constraint.rule()) {
            case ConstraintRule.PrimaryKey key -> new JudgedAction(prefix + "CONSTRAINT", name, "PRIMARY KEY");
            case ConstraintRule.Unique unique ->
                new JudgedAction(
                        prefix + "CONSTRAINT",
                        unique.key().indexName().map(Identifier::name).orElse(name),
                        "UNIQUE");
            case ConstraintRule.NotNull rule -> new JudgedAction(prefix + "CONSTRAINT", name, "NOT NULL");
            case ConstraintRule.Check check -> new JudgedAction(prefix + "CONSTRAINT", name, "CHECK");
            case ConstraintRule.ForeignKey key -> new JudgedAction(prefix + "CONSTRAINT", name, "FOREIGN KEY");
            case ConstraintRule.Exclude exclude -> new JudgedAction(prefix + "CONSTRAINT", name, "EXCLUDE");
        };
    }

    static JudgedAction index(String prefix, TableIndex index) {
        String sort = index.kind().equals("INDEX") ? "" : index.kind();
        return new JudgedAction(prefix + "INDEX", name(index.name()), sort);
    }

    private static JudgedAction index(IndexAction action) {
        return switch (action) {
            case IndexAction.AddIndex add -> index("ADD ", add.index());
            case IndexAction.DropTableIndex drop -> plain("DROP INDEX", drop.name());
            case IndexAction.RenameIndex rename ->
                new JudgedAction(
                        "RENAME INDEX", rename.name().name(), rename.to().name());
            case IndexAction.SetIndexVisibility set ->
                new JudgedAction("ALTER INDEX", set.name().name(), set.state());
            case IndexAction.SwitchKeys keys -> new JudgedAction(keys.enabling().name() + " KEYS", "", "");
            case IndexAction.AttachIndex attach ->
                new JudgedAction("ATTACH PARTITION", attach.index().toString(), "");
        };
    }

    private static JudgedAction partition(PartitionAction action) {
        return switch (action) {
            case PartitionAction.AttachPartition attach ->
                new JudgedAction("ATTACH PARTITION", attach.partition().toString(), "");
            case PartitionAction.DetachPartition detach -> {
                boolean last = detach.way() == PartitionAction.DetachPartition.Way.FINALIZE;
                yield new JudgedAction(
                        last ? "DETACH PARTITION FINALIZE" : "DETACH PARTITION",
                        detach.partition().toString(),
                        "");
            }
            case PartitionAction.Repartition by -> new JudgedAction("PARTITION BY", "", "");
            case PartitionAction.RemovePartitioning remove -> new JudgedAction("REMOVE PARTITIONING", "", "");
            case PartitionAction.ExchangePartition exchange -> plain("EXCHANGE PARTITION", exchange.partition());
            case PartitionAction.ChangePartitions change ->
                new JudgedAction(
                        partitionKind(change.verb()),
                        change.partitions().stream().map(Identifier::name).collect(Collectors.joining(",")),
                        "");
        };
    }

    private static String partitionKind(String verb) {
        return verb.replaceFirst(" .*", "") + " PARTITION";
    }

    private static JudgedAction table(TableAction action) {
        return switch (action) {
            case TableAction.RenameTable rename ->
                new JudgedAction("RENAME", "", rename.to().toString());
            case TableAction.SetSchema set ->
                new JudgedAction("SET SCHEMA", "", set.schema().name());
            case TableAction.SetOwner set -> new JudgedAction("OWNER", "", "");
            case TableAction.SetTablespace set -> plain("SET TABLESPACE", set.tablespace());
            case TableAction.SetPersistence set ->
                switch (set.persistence()) {
                    case PERMANENT -> new JudgedAction("SET LOGGED", "", "");
                    case UNLOGGED -> new JudgedAction("SET UNLOGGED", "", "");
                    case TEMPORARY -> new JudgedAction("SET TEMPORARY", "", "");
                };
            case TableAction.SetAccessMethod set -> new JudgedAction("SET ACCESS METHOD", name(set.method()), "");
            case TableAction.SetStorage set -> new JudgedAction("SET OPTIONS", "", "");
            case TableAction.ResetStorage reset -> new JudgedAction("RESET OPTIONS", "", "");
            case TableAction.ClusterOn cluster ->
                new JudgedAction(
                        cluster.index().isPresent() ? "CLUSTER ON" : "SET WITHOUT CLUSTER", name(cluster.index()), "");
            case TableAction.SetInheritance set ->
                new JudgedAction(
                        set.inheritance() == Constraint.Inheritance.NO_INHERIT ? "NO INHERIT" : "INHERIT",
                        set.parent().toString(),
                        "");
            case TableAction.SetType set ->
                new JudgedAction(
                        set.type().isPresent() ? "OF" : "NOT OF",
                        "",
                        set.type().map(Object::toString).orElse(""));
            case TableAction.ReplicaIdentity identity ->
                new JudgedAction("REPLICA IDENTITY", name(identity.index()), identity.mode());
            case TableAction.SwitchTrigger trigger ->
                new JudgedAction(
                        trigger.mode() + " " + trigger.kind()
                                + trigger.all().map(all -> " " + all).orElse(""),
                        name(trigger.name()),
                        "");
            case TableAction.RowSecurity security -> new JudgedAction(security.mode() + " ROW SECURITY", "", "");
            case TableAction.SetOption set ->
                new JudgedAction(
                        "OPTION", MysqlOptions.name(List.of(set.option().name().split(" "))), "");
            case TableAction.ConvertCharset convert -> new JudgedAction("CONVERT TO", "", "");
            case TableAction.Algorithm algorithm -> new JudgedAction("ALGORITHM", "", algorithm.name());
            case TableAction.Lock lock -> new JudgedAction("LOCK", "", lock.name());
            case TableAction.Force force -> new JudgedAction("FORCE", "", "");
            case TableAction.OrderBy order -> new JudgedAction("ORDER BY", "", "");
            case TableAction.SetSequence set -> new JudgedAction("SEQUENCE OPTIONS", "", "");
            case TableAction.OtherAction other ->
                new JudgedAction(other.name().equals("OPTIONS") ? "FOREIGN OPTIONS" : other.name(), "", "");
        };
    }

    /** Says what an {@code ALTER TYPE} does. */
    JudgedAction attribute(AlterType.Action action) {
        return switch (action) {
            case AlterType.Action.RenameValue rename -> new JudgedAction("RENAME VALUE", rename.from(), rename.to());
            case AlterType.Action.AddAttribute add ->
                new JudgedAction("ADD COLUMN", add.attribute().name().name(), type(add.attribute()));
            case AlterType.Action.DropAttribute drop -> plain("DROP COLUMN", drop.attribute());
            case AlterType.Action.ChangeAttribute change ->
                new JudgedAction("CHANGE TYPE", change.attribute().name(), types.spelled(change.type()));
            case AlterType.Action.RenameAttribute rename ->
                new JudgedAction(
                        "RENAME COLUMN", rename.from().name(), rename.to().name());
            case AlterType.Action.SetProperties set -> new JudgedAction("SET PROPERTIES", "", "");
        };
    }

    /** Says what an {@code ALTER DOMAIN} does. */
    JudgedAction domain(AlterDomain.Action action) {
        return switch (action) {
            case AlterDomain.Action.SetDefault set -> new JudgedAction("SET DEFAULT", "", "");
            case AlterDomain.Action.DropDefault drop -> new JudgedAction("DROP DEFAULT", "", "");
            case AlterDomain.Action.SetNotNull set -> new JudgedAction("SET NOT NULL", "", "");
            case AlterDomain.Action.DropNotNull drop -> new JudgedAction("DROP NOT NULL", "", "");
            case AlterDomain.Action.AddConstraint add -> constraint("ADD ", add.constraint());
            case AlterDomain.Action.DropConstraint drop -> plain("DROP CONSTRAINT", drop.constraint());
            case AlterDomain.Action.ValidateConstraint validate -> plain("VALIDATE CONSTRAINT", validate.constraint());
            case AlterDomain.Action.RenameConstraint rename ->
                new JudgedAction(
                        "RENAME CONSTRAINT", rename.from().name(), rename.to().name());
        };
    }

    /** Says what an ALTER of another object does; nothing where that is not compared. */
    static List<JudgedAction> object(AlterObject alter) {
        return switch (alter.change()) {
            case RENAME_TO -> List.of(new JudgedAction("RENAME", "", name(alter.value())));
            case SET_SCHEMA -> List.of(new JudgedAction("SET SCHEMA", "", name(alter.value())));
            case OWNER_TO -> List.of(new JudgedAction("OWNER", "", ""));
            case OTHER -> List.of();
        };
    }
}
