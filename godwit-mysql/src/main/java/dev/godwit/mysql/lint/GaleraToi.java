package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Maintenance;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds long changes, for which all of a Galera cluster stands still. */
final class GaleraToi implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-galera-toi",
                    Category.REPLICATION,
                    "A Galera cluster stands still as long as the change takes")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class, CreateIndex.class, Maintenance.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return LongWork.of(statement)
                .map(work -> Found.at(
                                statement,
                                "no node of the cluster commits anything while " + work.table() + " is changed")
                        .weighing(work.table())
                        .because(
                                "in total order isolation, the default, all nodes carry a schema change out at the same"
                                        + " place in the order of all transactions")
                        .instead(List.of(
                                "SET SESSION wsrep_osu_method = 'RSU';",
                                "-- on one node after the other, each out of the cluster meanwhile; only where old and new"
                                        + " rows fit both definitions")));
    }
}
