package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
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
        if (actions.size() > 1 && in.mariadb() && actions.stream().anyMatch(AlterTableReader::isAlone)) {
            throw new Unreadable("DISCARD TABLESPACE and IMPORT TABLESPACE stand alone");
        }
        return new AlterTable(cursor.span(), "TABLE", guard, AlterTable.Scope.WITH_CHILDREN, table, modifiers, actions);
    }

    private static boolean isAlone(AlterAction action) {
        return action instanceof TableAction.OtherAction other && other.name().endsWith("TABLESPACE");
    }

    // Options may follow each other, and PARTITION BY and REMOVE PARTITIONING everything, without a comma.
    private boolean goesOn(List<AlterAction> actions) {
        if (cursor.takeSymbol(',')) {
            return true;
        }
        if (cursor.is("PARTITION") || cursor.sees("REMOVE", "PARTITIONING")) {
            return true;
        }
        if (!(actions.getLast() instanceof TableAction.SetOption)) {
            return false;
        }
        Optional<Option> option = options.option();
        option.ifPresent(next -> actions.add(new TableAction.SetOption(next)));
        return option.isPresent() && goesOn(actions);
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
        cursor.takeSymbol('=');
        String charset = cursor.take("DEFAULT") ? "DEFAULT" : types.charset();
        Optional<String> collation = Optional.empty();
        if (cursor.take("COLLATE")) {
            cursor.takeSymbol('=');
            collation = Optional.of(types.collation());
        }
        return new TableAction.ConvertCharset(charset, collation);
    }

    private AlterAction order() {
        in.expect("ORDER", "BY");
        int mark = cursor.mark();
        int end;
        do {
            in.name("a column");
            if (!cursor.take("ASC")) {
                cursor.take("DESC");
            }
            end = cursor.passed();
        } while (atOrderColumn());
        cursor.seek(mark);
        Expression columns = cursor.runTo(end);
        return new TableAction.OrderBy(columns);
    }

    // What follows a comma is a column unless it begins the next action: those that can also be names are followed by
    // more.
    private boolean atOrderColumn() {
        if (!cursor.isSymbol(',')) {
            return false;
        }
        int mark = cursor.mark();
        cursor.advance();
        boolean column = in.atName() && isColumn();
        if (!column) {
            cursor.seek(mark);
        }
        return column;
    }

    private boolean isColumn() {
        int mark = cursor.mark();
        in.name("a column");
        if (!cursor.take("ASC")) {
            cursor.take("DESC");
        }
        boolean column = cursor.atEnd() || cursor.isSymbol(',');
        cursor.seek(mark);
        return column;
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
