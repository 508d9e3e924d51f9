package dev.godwit.postgres.lint;

import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds rewrites and index builds while an earlier statement keeps another table's readers out. */
final class RewriteWhileHoldingLock implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "rewrite-while-holding-lock",
                    Category.LOCK,
                    "One table is rewritten while the lock on another is held")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return TransactionLocks.walk(file, RewriteWhileHoldingLock::judge);
    }

    private static Optional<Found> judge(List<TableLock> held, StatementContext statement) {
        List<QualifiedName> worked = statement.effects().work().stream()
                .filter(work -> work.work().compareTo(Work.INDEX_BUILD) >= 0 && !statement.isNew(work.table()))
                .map(TableWork::table)
                .toList();
        return worked.isEmpty()
                ? Optional.empty()
                : held.stream()
                        .filter(lock -> !worked.contains(lock.table()))
                        .findFirst()
                        .map(lock -> found(statement, lock, worked.getFirst()));
    }

    private static Found found(StatementContext statement, TableLock lock, QualifiedName worked) {
        return Found.at(
                        statement,
                        lock.serverName() + " on " + lock.table() + " is held while " + worked
                                + " is worked through: every read and write of both waits")
                .about(lock.table())
                .weighing(worked)
                .because("locks of a transaction are held to its end")
                .instead(List.of(
                        "COMMIT;", "-- then, in a transaction or migration of its own:", statement.text() + ";"));
    }
}
