package dev.godwit.mysql.lint;

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

/** Finds columns that come or go on tables where that was done in an instant as often as MySQL lets it. */
final class InstantRowVersionLimit implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-instant-row-version-limit",
                    Category.REWRITE,
                    "Columns came and went INSTANT as often as is allowed")
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
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        AlterReading reading = AlterReading.of(alter, statement.before(), statement.version());
        if (!reading.usedUp() || !reading.asksFor(Change.ADD_COLUMN, Change.DROP_COLUMN)) {
            return Stream.empty();
        }
        boolean refused = statement.effects().refusal().isPresent();
        return Stream.of(Found.at(
                        statement,
                        refused
                                ? "the server refuses ALGORITHM=INSTANT for " + alter.table()
                                : "all rows of " + alter.table() + " are written anew, where it was instant so far")
                .weighing(alter.table())
                .because(
                        "each column that came or went in an instant left the rows in one more version, and there can be"
                                + " no more until a rebuild (INNODB_TABLES.TOTAL_ROW_VERSIONS)")
                .instead(List.of(
                        "-- when there is little to do:", "OPTIMIZE TABLE " + statement.sql(alter.table()) + ";")));
    }
}
