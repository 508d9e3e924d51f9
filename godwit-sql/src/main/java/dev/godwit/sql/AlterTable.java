package dev.godwit.sql;

import dev.godwit.sql.PartitionAction.ChangePartitions;
import dev.godwit.sql.PartitionAction.DetachPartition;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ALTER TABLE name action, …}, its actions in the order in which they were written; also of an index, a view, a materialized
 * view, a sequence or a foreign table.
 *
 * @param kind TABLE, INDEX, VIEW, MATERIALIZED VIEW, SEQUENCE, FOREIGN TABLE
 * @param scope whether partitions and children are meant too
 * @param modifiers MySQL's ONLINE and IGNORE, MariaDB's {@code WAIT n} and {@code NOWAIT}, in upper case
 */
public record AlterTable(
        SourceSpan span,
        String kind,
        Guard guard,
        Scope scope,
        QualifiedName table,
        List<String> modifiers,
        List<AlterAction> actions)
        implements Definition {
    public AlterTable {
        modifiers = List.copyOf(modifiers);
        actions = List.copyOf(actions);
    }

    /** Whether children are meant too. */
    public enum Scope {
        WITH_CHILDREN,
        ONLY
    }

    @Override
    public String verb() {
        return "ALTER";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(table);
    }

    @Override
    public List<String> tail() {
        return actions.stream().flatMap(action -> tail(action).stream()).toList();
    }

    /** Returns the actions of one kind, in order. */
    public <T extends AlterAction> Stream<T> actions(Class<T> kind) {
        return actions.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Returns the same with other actions. */
    public AlterTable with(List<AlterAction> others) {
        return new AlterTable(span, kind, guard, scope, table, modifiers, others);
    }

    private static Optional<String> tail(AlterAction action) {
        return switch (action) {
            case DetachPartition detach
            when detach.way() != DetachPartition.Way.PLAIN ->
                Optional.of(detach.way().name());
            case ChangePartitions change -> Optional.of(outline(change.verb()));
            case PartitionAction.ExchangePartition exchange -> Optional.of("EXCHANGE PARTITION");
            case TableAction.Algorithm algorithm -> Optional.of("ALGORITHM");
            case TableAction.Lock lock -> Optional.of("LOCK");
            case TableAction.OtherAction other when other.name().endsWith("TABLESPACE") -> Optional.of(other.name());
            case ColumnAction other -> Optional.empty();
            case ConstraintAction other -> Optional.empty();
            case IndexAction other -> Optional.empty();
            case PartitionAction other -> Optional.empty();
            case TableAction other -> Optional.empty();
        };
    }

    private static String outline(String verb) {
        return verb.contains("TABLESPACE") ? verb : verb + " PARTITION";
    }
}
