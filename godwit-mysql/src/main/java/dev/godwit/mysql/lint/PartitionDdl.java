package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.PartitionAction.ChangePartitions;
import dev.godwit.sql.PartitionAction.ExchangePartition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of partitions that move rows. */
final class PartitionDdl implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-partition-ddl", Category.REWRITE, "Rows are moved between partitions while writes wait")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    PartitionDdl(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(PartitionAction.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.PARTITIONS).map(PartitionDdl::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found().because(why(hazard)).instead(way(hazard));
    }

    private static String why(Hazard hazard) {
        return switch (hazard.action().orElseThrow()) {
            case ExchangePartition exchange ->
                "each row of " + exchange.table() + " is looked at, whether it belongs into " + exchange.partition()
                        + ", under a lock that keeps everybody from both tables";
            case ChangePartitions change ->
                change.verb() + " PARTITION writes the rows of the partitions concerned anew"
                        + (hazard.context().version().product().equals(MysqlRules.MYSQL)
                                ? ": what MySQL calls INPLACE here keeps writers out"
                                : ", and MariaDB takes no LOCK for it");
            case AlterAction other -> "every row goes to its partition; " + hazard.lets();
        };
    }

    private static List<String> way(Hazard hazard) {
        return switch (hazard.action().orElseThrow()) {
            case ExchangePartition exchange ->
                List.of(
                        "-- with a CHECK on " + exchange.table()
                                + " that says the same as the partition, so that no row" + " can be wrong:",
                        hazard.sql(new ExchangePartition(
                                exchange.partition(), exchange.table(), ExchangePartition.Validation.WITHOUT)));
            case ChangePartitions change -> way(hazard, change);
            case AlterAction other -> OnlineWays.shadow(hazard);
        };
    }

    private static List<String> way(Hazard hazard, ChangePartitions change) {
        return switch (change.verb()) {
            case "REORGANIZE" ->
                List.of(
                        "-- split a partition as long as it is empty: keep the last one, VALUES LESS THAN MAXVALUE, without"
                                + " rows by making the next ones ahead of time");
            case "OPTIMIZE" ->
                List.of(
                        "-- OPTIMIZE rebuilds every partition; InnoDB reuses free room, so where it must be, one at a time:",
                        hazard.sql(
                                new ChangePartitions("REBUILD", change.guard(), change.partitions(), change.rest())));
            case "REBUILD" -> List.of("-- one partition at a time, when nothing writes to it");
            default ->
                List.of(
                        "-- by gh-ost or pt-online-schema-change, with PARTITION BY and the number of partitions that it is to"
                                + " have");
        };
    }
}
