package dev.godwit.mysql.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.AlterReading;
import dev.godwit.mysql.effect.Change;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that get another place, for which MySQL rebuilds the table. */
final class ColumnReorder implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-column-reorder", Category.REWRITE, "Another order of columns rebuilds the table")
            .on(MysqlRules.MYSQL)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ModifyColumn.class, ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)) {
            return Stream.empty();
        }
        return LongWork.online(statement)
                .filter(work -> work.work() == Work.REWRITE)
                .filter(work -> AlterReading.of(alter, statement.before(), statement.version())
                        .asksFor(Change.MOVE_COLUMN))
                .map(work -> Found.at(
                                statement,
                                "all rows of " + work.table() + " are written anew, in another order of columns")
                        .weighing(work.table())
                        .because("others can write meanwhile, but it needs room for a second table and keeps replicas"
                                + " waiting; no query needs the order")
                        .instead(List.of("-- leave out FIRST and AFTER, and name the columns in SELECT and INSERT")));
    }
}
