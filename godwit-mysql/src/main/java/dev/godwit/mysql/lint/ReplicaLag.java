package dev.godwit.mysql.lint;

import dev.godwit.core.effect.TableWork;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Maintenance;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds long changes of large tables that nothing on the source waits for, but replicas do. */
final class ReplicaLag implements Rule {
    private static final long LARGE = 4L << 30;
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-replica-lag-serial-ddl",
                    Category.REPLICATION,
                    "Replicas stand still as long as the change takes")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

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
        return LongWork.online(statement)
                .filter(work -> isLarge(statement, work))
                .map(work -> Found.at(statement, LockText.of(statement, work) + ", but replicas stand still as long")
                        .about(work.table())
                        .because("a replica begins with the statement when the source is done with it, and whatever is"
                                + " committed afterwards waits until the replica is done as well")
                        .instead(List.of("-- while nobody reads from replicas, or by gh-ost or pt-online-schema-change,"
                                + " which pause while replicas are behind")));
    }

    private static boolean isLarge(StatementContext statement, TableWork work) {
        return statement.before().table(work.table()).stream()
                .flatMap(table -> table.measures().stream())
                .anyMatch(measures -> measures.bytes() + measures.indexBytes() >= LARGE);
    }
}
