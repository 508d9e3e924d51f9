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
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.DropColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that come or go in an instant on MySQL 8.0.29 to 8.0.31, whose redo log cannot be relied on for them. */
final class InstantRedoIncompat implements Rule {
    private static final int FIRST = 29;
    private static final int MENDED = 32;
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-instant-redo-incompat",
                    Category.REPLICATION,
                    "Crash recovery and backups before 8.0.32 may corrupt what was INSTANT")
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
        boolean flawed = statement.version().major() == 8
                && statement.version().minor() == 0
                && statement.version().patch() >= FIRST
                && statement.version().patch() < MENDED;
        if (!flawed
                || !(statement.statement() instanceof AlterTable alter)
                || statement.isNew(alter.table())
                || statement.effects().refusal().isPresent()) {
            return Stream.empty();
        }
        AlterReading reading = AlterReading.of(alter, statement.before(), statement.version());
        boolean instant = statement.effects().work().stream().allMatch(work -> work.work() == Work.METADATA);
        return instant && reading.asksFor(Change.ADD_COLUMN, Change.DROP_COLUMN)
                ? Stream.of(
                        Found.at(statement, "backups of " + alter.table() + " cannot be taken or relied on afterwards")
                                .weighing(alter.table())
                                .because(
                                        "8.0.29 brought row versions and another redo log for them, which crash recovery may get wrong;"
                                                + " XtraBackup takes no backup of such tables before 8.0.32")
                                .instead(List.of(
                                        "-- go to 8.0.32 or newer first, or rebuild in place:",
                                        OnlineWays.inPlace(statement, alter))))
                : Stream.empty();
    }
}
