package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why a server refuses what an ALTER TABLE does to the table as a whole: engine, partitions, name. */
final class TableRefusals {
    static final String INSTANT_COLUMN = "INSTANT COLUMN";

    private final ServerFacts server;
    private final Catalog catalog;
    private final AlterTable alter;
    private final Optional<Table> table;
    private final List<String> reasons = new ArrayList<>();

    TableRefusals(ServerFacts server, Catalog catalog, AlterTable alter) {
        this.server = server;
        this.catalog = catalog;
        this.alter = alter;
        this.table = catalog.table(alter.table());
    }

    List<String> reasons() {
        alter.actions(TableAction.RenameTable.class)
                .filter(rename -> !catalog.resolve(rename.to()).equals(catalog.resolve(alter.table())))
                .filter(rename -> Knowledge.isThere(catalog, rename.to()))
                .forEach(rename -> reasons.add("there is a table \"" + rename.to() + "\" already (error 1050)"));
        long fulltext = alter.actions(IndexAction.AddIndex.class)
                .filter(add -> add.index().kind().equals("FULLTEXT"))
                .count();
        if (fulltext > 1 && server.isMysql()) {
            reasons.add("InnoDB makes one FULLTEXT index at a time (error 1795)");
        }
        engine();
        alter.actions(PartitionAction.Repartition.class).forEach(by -> partition(by.scheme()));
        table.flatMap(Table::partitioning).ifPresent(this::partitioned);
        partitions();
        return reasons;
    }

    private boolean isTied() {
        return table.isPresent()
                && (table.get().rules(ConstraintRule.ForeignKey.class).findAny().isPresent()
                        || !ForeignKeys.children(catalog, alter.table()).isEmpty());
    }

    private boolean isReferred() {
        return !ForeignKeys.children(catalog, alter.table()).isEmpty();
    }

    private void engine() {
        boolean changes = alter.actions(TableAction.SetOption.class)
                .anyMatch(set -> TableChanges.of(set, table, server).contains(Change.CHANGE_ENGINE)
                        && set.option().name().equals("ENGINE"));
        if (changes && isTied()) {
            reasons.add("only InnoDB has foreign keys (error " + (server.isMysql() ? 3776 : 1217) + ")");
        } else if (changes && TableShape.of(table).virtualIndexed() && (server.isMysql() || becomesAria())) {
            reasons.add(
                    "the engine has no indexes on virtual columns (error " + (server.isMysql() ? 1478 : 1904) + ")");
        }
        boolean discards = alter.actions(TableAction.OtherAction.class)
                .anyMatch(other -> other.name().equals("DISCARD TABLESPACE"));
        if (discards && isReferred() && Settings.checksForeignKeys(catalog)) {
            reasons.add("foreign keys refer to the table (error 1451)");
        }
    }

    private boolean becomesAria() {
        return alter.actions(TableAction.SetOption.class)
                .anyMatch(set -> TableChanges.word(set.option().value()).equals("ARIA"));
    }

    private void partition(PartitionScheme scheme) {
        if (isTied() && !server.isMysql()) {
            reasons.add("a table with partitions takes no part in foreign keys (error 1217)");
        }
        List<String> key = scheme.columns();
        boolean lacking = table.stream()
                .flatMap(known -> known.indexes().stream())
                .filter(Index::isUnique)
                .anyMatch(index -> !covers(index.elements(), key));
        if (lacking) {
            reasons.add("every unique key must have the columns of the partitions (error 1503)");
        }
        if (isTied() && server.isMysql()) {
            reasons.add("a table with partitions takes no part in foreign keys (error 1506)");
        }
        if (server.isMysql() && TableShape.of(table).fulltext()) {
            reasons.add("a table with partitions has no FULLTEXT index (error 1214)");
        }
    }

    private boolean covers(List<IndexElement> elements, List<String> key) {
        return key.stream()
                .filter(name -> table.flatMap(known -> known.column(new Identifier(name)))
                        .isPresent())
                .allMatch(name -> elements.stream()
                        .anyMatch(element -> element.column()
                                .filter(column -> column.name().equals(name))
                                .isPresent()));
    }

    private void partitioned(PartitionScheme scheme) {
        for (ConstraintAction.AddConstraint add :
                alter.actions(ConstraintAction.AddConstraint.class).toList()) {
            ConstraintRule rule = add.constraint().rule();
            if (rule instanceof ConstraintRule.ForeignKey) {
                reasons.add("a table with partitions takes no part in foreign keys (error 1506)");
            }
            if (rule instanceof ConstraintRule.Unique unique
                    && !covers(unique.key().elements(), scheme.columns())) {
                reasons.add("every unique key must have the columns of the partitions (error 1503)");
            }
        }
        boolean fulltext = alter.actions(IndexAction.AddIndex.class)
                .anyMatch(add -> add.index().kind().equals("FULLTEXT"));
        if (fulltext && server.isMysql()) {
            reasons.add("a table with partitions has no FULLTEXT index (error 1214)");
        }
    }

    private void partitions() {
        Optional<PartitionAction> action = PartitionEffects.action(alter);
        if (action.isEmpty()) {
            return;
        }
        if (Knowledge.isWhole(table) && table.orElseThrow().partitioning().isEmpty()) {
            reasons.add("the table has no partitions (error 1505)");
            return;
        }
        if (action.get() instanceof PartitionAction.ExchangePartition exchange && server.isMysql()) {
            boolean one = isInstant(table);
            boolean other = isInstant(catalog.table(exchange.table()));
            if (one != other && catalog.table(exchange.table()).isPresent()) {
                reasons.add("one of the two has columns that were added INSTANT (error 1731)");
            }
        }
        if (action.get() instanceof PartitionAction.ChangePartitions change) {
            table.flatMap(Table::partitioning).flatMap(PartitionScheme::rest).ifPresent(known -> named(change, known));
        }
    }

    private void named(PartitionAction.ChangePartitions change, Expression definitions) {
        if (!definitions.has("PARTITION")) {
            return;
        }
        boolean unknown = !change.verb().equals("ADD")
                && change.partitions().stream().anyMatch(partition -> !definitions.mentions(partition));
        if (unknown) {
            reasons.add("there is no such partition (error 1507)");
        }
        boolean taken = change.verb().equals("ADD")
                && change.rest().stream().flatMap(TableRefusals::partitionNames).anyMatch(definitions::mentions);
        if (taken) {
            reasons.add("there is a partition of that name already (error 1517)");
        }
    }

    private static Stream<Identifier> partitionNames(Expression definitions) {
        List<Lexeme> tokens = definitions.tokens();
        return IntStream.range(1, tokens.size())
                .filter(i -> tokens.get(i - 1).is("PARTITION") && tokens.get(i).isName())
                .mapToObj(i -> new Identifier(tokens.get(i).text()));
    }

    private static boolean isInstant(Optional<Table> table) {
        return table.filter(known -> known.flags().contains(INSTANT_COLUMN)).isPresent();
    }
}
