package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    public Stream<Found> check(StatementContext statement) {
        if (statement.transaction().origin() == Origin.NONE) {
            return Stream.empty();
        }
        Set<QualifiedName> earlier = new LinkedHashSet<>();
        statement
                .earlierInTransaction()
                .forEach(other -> TransactionLocks.strong(other, LockMode.BLOCKS_READS_AND_WRITES)
                        .map(TableLock::table)
                        .forEach(earlier::add));
        if (earlier.isEmpty() || statement.statement() instanceof Dml) {
            return Stream.empty();
        }
        return TransactionLocks.strong(statement, LockMode.BLOCKS_READS_AND_WRITES)
                .filter(lock -> !earlier.contains(lock.table()) && isFirst(statement, lock.table()))
                .limit(1)
                .map(lock -> found(statement, lock, earlier));
    }

    private static boolean isFirst(StatementContext statement, QualifiedName table) {
        return statement
                .before()
                .table(table)
                .flatMap(known -> known.partitionOf())
                .isEmpty();
    }

    private static Found found(StatementContext statement, TableLock lock, Set<QualifiedName> earlier) {
        String held = earlier.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
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
