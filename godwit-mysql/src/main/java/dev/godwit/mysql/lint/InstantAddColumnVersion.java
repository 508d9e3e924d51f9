package dev.godwit.mysql.lint;

import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.AlterReading;
import dev.godwit.mysql.effect.Change;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.DropColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that come or go by a rebuild, since this MySQL is too old to do it in an instant. */
final class InstantAddColumnVersion implements Rule {
    private static final int ANYWHERE = 29;
    private static final Set<Change> COLUMNS =
            Set.of(Change.ADD_COLUMN, Change.ADD_COLUMN_BETWEEN, Change.DROP_COLUMN, Change.CHANGE_DEFAULT);
    private static final RuleInfo INFO = RuleInfo.info(
                    "mysql-instant-add-column-version",
                    Category.REWRITE,
                    "This MySQL is too old to do it in an instant")
            .on(MysqlRules.MYSQL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddColumn.class, DropColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || isNewEnough(statement)) {
            return Stream.empty();
        }
        return LongWork.online(statement)
                .filter(work -> work.work() == Work.REWRITE)
                .filter(work -> isOnlyColumns(AlterReading.of(alter, statement.before(), statement.version())))
                .map(work -> found(statement, alter, work));
    }

    private static boolean isNewEnough(StatementContext statement) {
        return statement.version().atLeast(8, 1)
                || (statement.version().atLeast(8, 0) && statement.version().patch() >= ANYWHERE);
    }

    private static boolean isOnlyColumns(AlterReading reading) {
        return reading.asksFor(Change.ADD_COLUMN, Change.DROP_COLUMN)
                && COLUMNS.containsAll(reading.changes())
                && reading.bars().isEmpty();
    }

    private static Found found(StatementContext statement, AlterTable alter, TableWork work) {
        return Found.at(statement, LockText.of(statement, work) + ", which is instant on newer versions")
                .weighing(alter.table())
                .because(
                        "MySQL adds a column at the end in an instant since 8.0.12, elsewhere since 8.0.29, and drops one so since"
                                + " 8.0.29; this is " + statement.version())
                .instead(List.of("-- add columns at the end, and drop them when there is little to do"));
    }
}
