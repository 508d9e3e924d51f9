package dev.godwit.postgres.lint;

import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds work that is done while an earlier statement of the transaction keeps everybody out. */
final class StatementAfterAccessExclusive implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "statement-after-access-exclusive",
                    Category.LOCK,
                    "Work in a transaction that already keeps readers out")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return TransactionLocks.walk(
                file,
                (held, statement) -> TransactionLocks.isWork(statement)
                        ? Optional.of(found(statement, held.getFirst()))
                        : Optional.empty());
    }

    private static Found found(StatementContext statement, TableLock lock) {
        return Found.at(
                        statement,
                        lock.serverName() + " on " + lock.table()
                                + ", taken further up, is held until this is done: every read and write of it waits")
                .about(lock.table())
                .because("locks of a transaction are held to its end")
                .instead(List.of(
                        "COMMIT;", "-- then, in a transaction or migration of its own:", statement.text() + ";"));
    }
}
