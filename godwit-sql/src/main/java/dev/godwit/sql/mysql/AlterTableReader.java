package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code ALTER TABLE} (MySQL 8.0 manual, 15.1.9; MariaDB manual, ALTER TABLE). */
final class AlterTableReader {
    private final Input in;
    private final Cursor cursor;
    private final AddReader adds;
    private final AlterColumnReader alterations;
    private final AlterPartitionReader partitions;
    private final TableOptionReader options;
    private final TypeReader types;

    AlterTableReader(
            Input in,
            AddReader adds,
            AlterColumnReader alterations,
            AlterPartitionReader partitions,
            TableOptionReader options,
            TypeReader types) {
        this.in = in;
        this.cursor = in.cursor();
        this.adds = adds;
        this.alterations = alterations;
        this.partitions = partitions;
        this.options = options;
        this.types = types;
    }

    /** Reads what follows the word TABLE; {@code modifiers} stood before it. */
    Statement read(List<String> modifiers) {
        Guard guard = in.mariadbIfExists();
        QualifiedName table = in.name("a table");
        in.waitingText().ifPresent(modifiers::add);
        List<AlterAction> actions = new ArrayList<>(2);
        if (!cursor.atEnd()) {
            do {
                action(actions);
            } while (goesOn(actions));
        }
        in.expectEnd();
        boolean alone = actions.stream().anyMatch(AlterTableReader::isAlone);
        if (alone && !actions.stream().allMatch(this::fitsBeside)) {
            throw new Unreadable("an action on partitions or the tablespace stands alone");
        }
        return new AlterTable(cursor.span(), "TABLE", guard, AlterTable.Scope.WITH_CHILDREN, table, modifiers, actions);
    }

    private static boolean isAlone(AlterAction action) {
        return switch (action) {
            case PartitionAction.ChangePartitions change -> true;
            case PartitionAction.ExchangePartition exchange -> true;
            case TableAction.OtherAction other -> other.name().endsWith("TABLESPACE");
            case ColumnAction other -> false;
            case ConstraintAction other -> false;
            case IndexAction other -> false;
            case PartitionAction other -> false;
            case TableAction other -> false;
        };
    }

    // What MySQL takes before an action that stands alone.
    private boolean fitsBeside(AlterAction action) {
        return isAlone(action)
                || (!in.mariadb()
                        && (action instanceof TableAction.Algorithm
                                || action instanceof TableAction.Lock
                                || (action instanceof TableAction.OtherAction other
                                        && other.name().endsWith("VALIDATION"))));
    }

    private static boolean partitions(AlterAction action) {
        return action instanceof PartitionAction.Repartition || action instanceof PartitionAction.RemovePartitioning;
    }

    // Options may follow each other, and PARTITION BY and REMOVE PARTITIONING everything, without a comma.
    private boolean goesOn(List<AlterAction> actions) {
        while (actions.getLast() instanceof TableAction.SetOption && !cursor.isSymbol(',')) {
            Optional<Option> option = options.option();
            if (option.isEmpty()) {
                break;
            }
            actions.add(new TableAction.SetOption(option.get()));
        }
        if (partitions(actions.getLast())) {
            return false;
        }
        boolean comma = cursor.takeSymbol(',');
        boolean partitioning = cursor.is("PARTITION") || cursor.sees("REMOVE", "PARTITIONING");
        if (comma && (partitioning || isAlone(actions.getLast()))) {
            throw in.expected("what to alter");
        }
        return comma || partitioning;
    }

    private void action(List<AlterAction> actions) {
        Optional<AlterAction> partition = partitions.action();
        if (partition.isPresent()) {
            actions.add(partition.get());
            return;
        }
        if (cursor.take("ADD")) {
            adds.add(actions);
            return;
        }
        actions.add(
                switch (cursor.upper()) {
                    case "CHANGE", "MODIFY", "ALTER", "DROP", "RENAME" -> alterations.action();
                    case "DISABLE", "ENABLE" -> alterations.keys();
                    case "CONVERT" -> convert();
                    case "ORDER" -> order();
                    case "ALGORITHM", "LOCK" -> how(cursor.upper());
                    case "FORCE" -> passing(new TableAction.Force());
                    case "DISCARD", "IMPORT" -> tablespace(cursor.upper());
                    case "WITH", "WITHOUT" -> validation();
                    case "SECONDARY_LOAD", "SECONDARY_UNLOAD" -> secondary(cursor.upper());
                    default -> option();
                });
    }

    private AlterAction passing(AlterAction action) {
        cursor.advance();
        return action;
    }

    private AlterAction option() {
        return options.option()
                .<AlterAction>map(TableAction.SetOption::new)
                .orElseThrow(() -> in.expected("what to alter"));
    }

    private AlterAction convert() {
        in.expect("CONVERT", "TO");
        if (!types.characterSet()) {
            throw in.expected("CHARACTER SET");
        }
        String charset = cursor.take("DEFAULT") ? "DEFAULT" : types.charset();
        Optional<String> collation = Optional.empty();
        if (cursor.take("COLLATE")) {
            collation = Optional.of(types.collation());
        }
        return new TableAction.ConvertCharset(charset, collation);
    }

    private AlterAction order() {
        in.expect("ORDER", "BY");
        int mark = cursor.mark();
        do {
            in.name("a column");
            if (!cursor.take("ASC")) {
                cursor.take("DESC");
            }
        } while (cursor.takeSymbol(','));
        int end = cursor.passed();
        cursor.seek(mark);
        return new TableAction.OrderBy(cursor.runs().before(end));
    }

    private AlterAction how(String word) {
        cursor.advance();
        cursor.takeSymbol('=');
        String name = cursor.upper();
        boolean known = switch (name) {
            case "DEFAULT" -> true;
            case "INSTANT", "INPLACE", "COPY", "NOCOPY" -> word.equals("ALGORITHM");
            case "NONE", "SHARED", "EXCLUSIVE" -> word.equals("LOCK");
            default -> false;
        };
        if (!known) {
            throw in.expected("a kind of " + word);
        }
        cursor.advance();
        return word.equals("LOCK") ? new TableAction.Lock(name) : new TableAction.Algorithm(name);
    }

    private AlterAction tablespace(String verb) {
        cursor.advance();
        in.expect("TABLESPACE");
        return new TableAction.OtherAction(verb + " TABLESPACE", Optional.empty());
    }

    private AlterAction validation() {
        if (in.mariadb() || cursor.sees("WITH", "SYSTEM")) {
            return option();
        }
        String verb = cursor.upper();
        cursor.advance();
        in.expect("VALIDATION");
        return new TableAction.OtherAction(verb + " VALIDATION", Optional.empty());
    }

    private AlterAction secondary(String word) {
        if (in.mariadb()) {
            return option();
        }
        cursor.advance();
        return new TableAction.OtherAction(word, Optional.empty());
    }
}
