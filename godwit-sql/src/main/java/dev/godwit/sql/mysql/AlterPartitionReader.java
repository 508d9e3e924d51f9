package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.PartitionAction.ChangePartitions;
import dev.godwit.sql.PartitionAction.ExchangePartition;
import dev.godwit.sql.PartitionAction.ExchangePartition.Validation;
import dev.godwit.sql.PartitionAction.RemovePartitioning;
import dev.godwit.sql.PartitionAction.Repartition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@code ALTER TABLE} does to partitions (MySQL 8.0 manual, 15.1.9.1; MariaDB manual, "Partitioning"). */
final class AlterPartitionReader {
    private final Input in;
    private final Cursor cursor;
    private final PartitionReader partitions;

    AlterPartitionReader(Input in, PartitionReader partitions) {
        this.in = in;
        this.cursor = in.cursor();
        this.partitions = partitions;
    }

    /** Reads an action on partitions if one comes next. */
    Optional<AlterAction> action() {
        Optional<AlterAction> action = switch (cursor.upper()) {
            case "PARTITION" -> partitions.scheme().map(Repartition::new);
            case "REMOVE" ->
                cursor.take("REMOVE", "PARTITIONING") ? Optional.of(new RemovePartitioning()) : Optional.empty();
            case "ADD" -> cursor.take("ADD", "PARTITION") ? Optional.of(add()) : Optional.empty();
            case "DROP" -> cursor.take("DROP", "PARTITION") ? Optional.of(drop()) : Optional.empty();
            case "TRUNCATE", "REBUILD", "OPTIMIZE", "ANALYZE", "CHECK", "REPAIR" -> named(cursor.upper());
            case "DISCARD", "IMPORT" -> tablespace(cursor.upper());
            case "COALESCE" -> coalesce();
            case "REORGANIZE" -> reorganize();
            case "EXCHANGE" -> exchange();
            case "CONVERT" -> convert();
            default -> Optional.empty();
        };
        return action;
    }

    private Optional<Expression> local() {
        return cursor.is("LOCAL") || cursor.is("NO_WRITE_TO_BINLOG")
                ? Optional.of(in.token("LOCAL"))
                : Optional.empty();
    }

    private AlterAction add() {
        Guard guard = in.mariadbIfNotExists();
        int mark = cursor.mark();
        local();
        if (cursor.take("PARTITIONS")) {
            in.token("a number");
        } else {
            partitions.definitions();
        }
        return new ChangePartitions("ADD", guard, List.of(), Optional.of(from(mark)));
    }

    private Expression from(int mark) {
        int end = cursor.passed();
        cursor.seek(mark);
        return cursor.runs().before(end);
    }

    private AlterAction drop() {
        Guard guard = in.mariadbIfExists();
        return new ChangePartitions("DROP", guard, in.identifiers("a partition"), Optional.empty());
    }

    private List<Identifier> allOrNames() {
        return cursor.take("ALL") ? List.of() : in.identifiers("a partition");
    }

    private Optional<AlterAction> named(String verb) {
        if (!cursor.take(verb, "PARTITION")) {
            return Optional.empty();
        }
        Optional<Expression> local = verb.equals("TRUNCATE") ? Optional.empty() : local();
        List<Identifier> names = allOrNames();
        int mark = cursor.mark();
        options(verb);
        Optional<Expression> behind = cursor.passed() > mark ? Optional.of(from(mark)) : Optional.empty();
        return Optional.of(new ChangePartitions(verb, Guard.NONE, names, together(local, behind)));
    }

    private void options(String verb) {
        if (verb.equals("CHECK")) {
            while (cursor.take("QUICK")
                    || cursor.take("FAST")
                    || cursor.take("MEDIUM")
                    || cursor.take("EXTENDED")
                    || cursor.take("CHANGED")
                    || cursor.take("FOR", "UPGRADE")) {
                // one after the other
            }
        } else if (verb.equals("REPAIR")) {
            while (cursor.take("QUICK") || cursor.take("EXTENDED") || cursor.take("USE_FRM")) {
                // one after the other
            }
        }
    }

    private static Optional<Expression> together(Optional<Expression> one, Optional<Expression> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        List<dev.godwit.sql.Lexeme> tokens = new ArrayList<>(one.get().tokens());
        tokens.addAll(other.get().tokens());
        SourceSpan span =
                new SourceSpan(one.get().span().start(), other.get().span().end());
        return Optional.of(
                new Expression(span, one.get().text() + " " + other.get().text(), tokens));
    }

    private Optional<AlterAction> tablespace(String verb) {
        if (in.mariadb() || !cursor.take(verb, "PARTITION")) {
            return Optional.empty();
        }
        List<Identifier> names = allOrNames();
        in.expect("TABLESPACE");
        return Optional.of(new ChangePartitions(verb + " TABLESPACE", Guard.NONE, names, Optional.empty()));
    }

    private Optional<AlterAction> coalesce() {
        if (!cursor.take("COALESCE", "PARTITION")) {
            return Optional.empty();
        }
        int mark = cursor.mark();
        local();
        in.token("a number");
        return Optional.of(new ChangePartitions("COALESCE", Guard.NONE, List.of(), Optional.of(from(mark))));
    }

    private Optional<AlterAction> reorganize() {
        if (!cursor.take("REORGANIZE", "PARTITION")) {
            return Optional.empty();
        }
        Optional<Expression> local = local();
        if (!in.atName()) {
            return Optional.of(new ChangePartitions("REORGANIZE", Guard.NONE, List.of(), local));
        }
        List<Identifier> names = in.identifiers("a partition");
        int mark = cursor.mark();
        in.expect("INTO");
        partitions.definitions();
        return Optional.of(
                new ChangePartitions("REORGANIZE", Guard.NONE, names, together(local, Optional.of(from(mark)))));
    }

    private Optional<AlterAction> exchange() {
        if (!cursor.take("EXCHANGE", "PARTITION")) {
            return Optional.empty();
        }
        Identifier partition = in.identifier("a partition");
        in.expect("WITH", "TABLE");
        QualifiedName table = in.name("a table");
        return Optional.of(new ExchangePartition(partition, table, validation()));
    }

    private Validation validation() {
        if (cursor.take("WITH", "VALIDATION")) {
            return Validation.WITH;
        }
        return cursor.take("WITHOUT", "VALIDATION") ? Validation.WITHOUT : Validation.UNSAID;
    }

    private Optional<AlterAction> convert() {
        if (!in.mariadb()) {
            return Optional.empty();
        }
        if (cursor.take("CONVERT", "PARTITION")) {
            List<Identifier> partition = List.of(in.identifier("a partition"));
            in.expect("TO", "TABLE");
            int mark = cursor.mark();
            in.name("a table");
            return Optional.of(
                    new ChangePartitions("CONVERT TO TABLE", Guard.NONE, partition, Optional.of(from(mark))));
        }
        if (!cursor.take("CONVERT", "TABLE")) {
            return Optional.empty();
        }
        int mark = cursor.mark();
        in.name("a table");
        in.expect("TO", "PARTITION");
        List<Identifier> partition = List.of(in.identifier("a partition"));
        partitions.bound();
        validation();
        return Optional.of(new ChangePartitions("CONVERT FROM TABLE", Guard.NONE, partition, Optional.of(from(mark))));
    }
}
