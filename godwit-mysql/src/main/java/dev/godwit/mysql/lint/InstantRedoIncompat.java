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
import java.util.List;
import java.util.stream.Stream;

/** Finds columns that come or go in an instant on MySQL 8.0.29, whose new format others cannot read yet. */
final class InstantRedoIncompat implements Rule {
    private static final int FIRST = 29;
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-instant-redo-incompat",
                    Category.REPLICATION,
                    "Backup tools cannot read what 8.0.29 does INSTANT")
            .on(MysqlRules.MYSQL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        boolean first = statement.version().major() == 8
                && statement.version().minor() == 0
                && statement.version().patch() == FIRST;
        if (!first
                || !(statement.statement() instanceof AlterTable alter)
                || statement.isNew(alter.table())
                || statement.effects().refusal().isPresent()) {
            return Stream.empty();
        }
        AlterReading reading = AlterReading.of(alter, statement.before(), statement.version());
        boolean instant = statement.effects().work().stream().allMatch(work -> work.work() == Work.METADATA);
        return instant && reading.asksFor(Change.ADD_COLUMN, Change.DROP_COLUMN)
                ? Stream.of(Found.at(statement, "backups of " + alter.table() + " may not be readable afterwards")
                        .weighing(alter.table())
                        .because(
                                "8.0.29 brought row versions and another redo log format for them, which tools made for"
                                        + " earlier versions do not know; the release was withdrawn for errors in it")
                        .instead(List.of(
                                "-- go to 8.0.30 or newer first, or rebuild in place:",
                                OnlineWays.inPlace(statement, alter))))
                : Stream.empty();
    }
}
