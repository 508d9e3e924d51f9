package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.PartitionAction.ChangePartitions;
import java.util.Optional;
import java.util.Set;

/** Writes what {@code ALTER TABLE} does to partitions. */
final class PartitionPrinter {
    private static final Set<String> OF_ALL = Set.of(
            "TRUNCATE", "REBUILD", "OPTIMIZE", "ANALYZE", "CHECK", "REPAIR", "DISCARD TABLESPACE", "IMPORT TABLESPACE");

    private final SqlWriter out;
    private final TablePrinter tables;

    PartitionPrinter(SqlWriter out, TablePrinter tables) {
        this.out = out;
        this.tables = tables;
    }

    void action(PartitionAction action) {
        switch (action) {
            case PartitionAction.Repartition repartition -> tables.scheme(repartition.scheme());
            case PartitionAction.RemovePartitioning remove -> out.words("REMOVE PARTITIONING");
            case PartitionAction.ExchangePartition exchange -> {
                out.words("EXCHANGE PARTITION").name(exchange.partition());
                out.words("WITH TABLE").name(exchange.table());
                switch (exchange.validation()) {
                    case UNSAID -> {}
                    case WITH -> out.words("WITH VALIDATION");
                    case WITHOUT -> out.words("WITHOUT VALIDATION");
                }
            }
            case ChangePartitions change -> change(change);
            case PartitionAction.AttachPartition other -> throw unknown("ATTACH PARTITION");
            case PartitionAction.DetachPartition other -> throw unknown("DETACH PARTITION");
        }
    }

    private static IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("MySQL and MariaDB have no way to write " + what);
    }

    private void change(ChangePartitions change) {
        switch (change.verb()) {
            case "CONVERT TO TABLE" -> {
                out.words("CONVERT PARTITION");
                names(change);
                out.words("TO TABLE");
                change.rest().ifPresent(out::expression);
            }
            case "CONVERT FROM TABLE" -> {
                out.words("CONVERT TABLE");
                change.rest().ifPresent(out::expression);
            }
            case "DISCARD TABLESPACE", "IMPORT TABLESPACE" -> {
                out.words(change.verb().startsWith("D") ? "DISCARD PARTITION" : "IMPORT PARTITION");
                names(change);
                out.words("TABLESPACE");
            }
            default -> plain(change);
        }
    }

    // LOCAL and NO_WRITE_TO_BINLOG stand before the names, all else behind them.
    private void plain(ChangePartitions change) {
        out.words(change.verb()).words("PARTITION").guard(change.guard());
        Optional<Lexeme> local = change.rest()
                .filter(rest -> !rest.tokens().isEmpty())
                .map(rest -> rest.tokens().getFirst())
                .filter(first -> first.is("LOCAL") || first.is("NO_WRITE_TO_BINLOG"));
        local.ifPresent(first -> out.words(first.text()));
        names(change);
        change.rest().ifPresent(rest -> behind(rest, local));
    }

    private void behind(Expression rest, Optional<Lexeme> local) {
        if (local.isEmpty()) {
            out.expression(rest);
        } else {
            out.words(rest.text().substring(local.get().text().length()).strip());
        }
    }

    private void names(ChangePartitions change) {
        if (!change.partitions().isEmpty()) {
            out.list(change.partitions(), out::name);
        } else if (OF_ALL.contains(change.verb())) {
            out.words("ALL");
        }
    }
}
