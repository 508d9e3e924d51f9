package dev.godwit.core.catalog;

import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries out what an ALTER TABLE does to the table as a whole and to its partitions. */
final class OptionAlteration {
    private static final String ROW_SECURITY = "ROW LEVEL SECURITY";

    private final Draft draft;
    private final Partitions partitions;

    OptionAlteration(Draft draft, Partitions partitions) {
        this.draft = draft;
        this.partitions = partitions;
    }

    void option(TableDraft table, TableAction action) {
        switch (action) {
            case TableAction.RenameTable movedLast -> {}
            case TableAction.SetSchema movedLast -> {}
            case TableAction.SetOwner other -> {}
            case TableAction.SetTablespace set ->
                table.options.put("TABLESPACE", set.tablespace().name());
            case TableAction.SetPersistence set -> table.persistence = set.persistence();
            case TableAction.SetAccessMethod set ->
                table.options.put("USING", set.method().map(Identifier::name).orElse("DEFAULT"));
            case TableAction.SetStorage set -> set.options().forEach(option -> put(table, option));
            case TableAction.ResetStorage reset ->
                reset.options().forEach(option -> table.options.remove(option.name()));
            case TableAction.ClusterOn cluster ->
                table.options.put(
                        "CLUSTER ON", cluster.index().map(Identifier::name).orElse(""));
            case TableAction.SetInheritance set -> inheritance(table, set);
            case TableAction.SetType set ->
                set.type()
                        .ifPresentOrElse(
                                type -> table.options.put(
                                        Table.OF, draft.resolve(type).toString()),
                                () -> table.options.remove(Table.OF));
            case TableAction.ReplicaIdentity identity ->
                table.replicaIdentity = identity.mode()
                        + identity.index().map(index -> " " + index).orElse("");
            case TableAction.SwitchTrigger other -> {}
            case TableAction.RowSecurity security -> security(table.flags, security.mode());
            case TableAction.SetOption set -> put(table, set.option());
            case TableAction.ConvertCharset convert -> {
                table.options.put("CHARACTER SET", convert.charset());
                convert.collation().ifPresent(collation -> table.options.put("COLLATE", collation));
            }
            case TableAction.Algorithm other -> {}
            case TableAction.Lock other -> {}
            case TableAction.Force other -> {}
            case TableAction.OrderBy other -> {}
            case TableAction.SetSequence other -> {}
            case TableAction.OtherAction other -> {}
        }
    }

    private static void put(TableDraft table, Option option) {
        table.options.put(option.name(), option.value().map(Expression::text).orElse(""));
    }

    private static void security(Set<String> flags, String mode) {
        switch (mode) {
            case "ENABLE" -> flags.add(ROW_SECURITY);
            case "DISABLE" -> flags.remove(ROW_SECURITY);
            case "FORCE" -> flags.add("FORCE " + ROW_SECURITY);
            default -> flags.remove("FORCE " + ROW_SECURITY);
        }
    }

    private void inheritance(TableDraft table, TableAction.SetInheritance set) {
        QualifiedName parent = draft.resolve(set.parent());
        table.parents.remove(parent);
        if (set.inheritance() != Inheritance.NO_INHERIT) {
            table.parents.add(parent);
        }
    }

    /** Changes how the table itself is partitioned. */
    void scheme(TableDraft table, PartitionAction action) {
        switch (action) {
            case PartitionAction.Repartition set -> table.partitioning = set.scheme();
            case PartitionAction.RemovePartitioning remove -> table.partitioning = null;
            case PartitionAction.AttachPartition later -> {}
            case PartitionAction.DetachPartition later -> {}
            case PartitionAction.ExchangePartition other -> {}
            case PartitionAction.ChangePartitions later -> {}
        }
    }

    /** Changes the tables that are its partitions, or become or were so. */
    void partition(QualifiedName name, PartitionAction action) {
        switch (action) {
            case PartitionAction.AttachPartition attach ->
                partitions.attach(name, attach.partition(), attach.bound().text());
            case PartitionAction.DetachPartition detach -> partitions.detach(detach.partition());
            case PartitionAction.ChangePartitions change -> convert(name, change);
            case PartitionAction.ExchangePartition other -> {}
            case PartitionAction.Repartition earlier -> {}
            case PartitionAction.RemovePartitioning earlier -> {}
        }
    }

    // MariaDB 10.7: CONVERT PARTITION p TO TABLE t, CONVERT TABLE t TO PARTITION p …
    private void convert(QualifiedName name, PartitionAction.ChangePartitions change) {
        Optional<QualifiedName> table = change.rest().flatMap(OptionAlteration::table);
        switch (change.verb()) {
            case "CONVERT TO TABLE" ->
                table.map(draft::resolve).ifPresent(made -> {
                    TableDraft copy = new TableDraft(draft.tableOrPartial(name));
                    copy.name = made;
                    copy.partitioning = null;
                    copy.age = Age.OLD;
                    copy.measures = null;
                    draft.put(copy.table());
                });
            case "CONVERT FROM TABLE" -> table.flatMap(draft::table).ifPresent(draft::remove);
            default -> {
                // the partitions of MySQL and MariaDB are no tables
            }
        }
    }

    private static Optional<QualifiedName> table(Expression rest) {
        List<Lexeme> names = rest.tokens().stream()
                .dropWhile(token -> token.is("TO") || token.is("TABLE"))
                .takeWhile(token -> token.isName() || token.isSymbol("."))
                .filter(Lexeme::isName)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new QualifiedName(
                        List.of(new Identifier(names.getFirst().text()))));
    }
}
