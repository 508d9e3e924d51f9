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

/** Finds changes in place that writes meanwhile can make fail. */
final class OnlineLogOverflow implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-online-alter-log-overflow",
                    Category.LOCK,
                    "Too many writes meanwhile undo the change at its end")
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
        return LongWork.online(statement)
                .map(work -> Found.at(
                                statement,
                                "what is written to " + work.table()
                                        + " meanwhile is kept in a log; where that overflows, all is undone")
                        .weighing(work.table())
                        .because(
                                "innodb_online_alter_log_max_size bounds it, 128 MiB unless set, and error 1799 comes when"
                                        + " most of the work is done")
                        .instead(List.of("SET GLOBAL innodb_online_alter_log_max_size = 4294967296;")));
    }
}
