package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.QualifiedName;
import java.util.List;
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
    public Stream<Found> check(StatementContext statement) {
        List<QualifiedName> worked = statement.effects().work().stream()
                .filter(work -> work.work().compareTo(Work.INDEX_BUILD) >= 0 && !statement.isNew(work.table()))
                .map(TableWork::table)
                .toList();
        if (worked.isEmpty() || statement.transaction().origin() == Origin.NONE) {
            return Stream.empty();
        }
        return statement.earlierInTransaction().stream()
                .flatMap(earlier -> TransactionLocks.strong(earlier, LockMode.BLOCKS_READS_AND_WRITES))
                .filter(lock -> !worked.contains(lock.table()))
                .limit(1)
                .map(lock -> Found.at(
                                statement,
                                lock.serverName() + " on " + lock.table() + " is held while " + worked.getFirst()
                                        + " is worked through: every read and write of both waits")
                        .about(lock.table())
                        .weighing(worked.getFirst())
                        .because("locks of a transaction are held to its end")
                        .instead(List.of(
                                "COMMIT;",
                                "-- then, in a transaction or migration of its own:",
                                statement.text() + ";")));
    }
}
