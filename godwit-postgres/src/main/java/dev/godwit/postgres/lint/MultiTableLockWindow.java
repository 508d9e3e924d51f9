package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds transactions that keep the readers of several tables out. */
final class MultiTableLockWindow implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "multi-table-lock-window", Category.LOCK, "One transaction locks several tables, one after another")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return TransactionLocks.walk(file, MultiTableLockWindow::judge);
    }

    private static Optional<Found> judge(List<TableLock> held, StatementContext statement) {
        return TransactionLocks.strong(statement)
                .filter(lock -> held.stream().noneMatch(other -> other.table().equals(lock.table())))
                .filter(lock -> statement
                        .before()
                        .table(lock.table())
                        .flatMap(Table::partitionOf)
                        .isEmpty())
                .findFirst()
                .map(lock -> found(statement, lock, held));
    }

    private static Found found(StatementContext statement, TableLock lock, List<TableLock> earlier) {
        String held = earlier.stream().map(other -> other.table().toString()).collect(Collectors.joining(", "));
        return Found.at(
                        statement,
                        lock.serverName() + " on " + lock.table() + " is waited for while " + held + " is locked:"
                                + " every read and write of all of them waits")
                .about(lock.table())
                .because("whoever holds the one and wants the other ends in a deadlock, and the slowest table decides"
                        + " how long all wait")
                .instead(List.of(
                        "COMMIT;", "-- then, in a transaction or migration of its own:", statement.text() + ";"));
    }
}
