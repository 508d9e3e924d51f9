package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.stream.Stream;

/** Finds locks that end queries on hot standbys. */
final class StandbyConflictAex implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "standby-conflict-aex",
                    Category.REPLICATION,
                    "The lock is replayed on standbys and ends queries there")
            .on(PostgresRules.PRODUCT)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return TransactionLocks.strong(statement)
                .limit(1)
                .map(lock -> Found.at(
                                statement,
                                "queries on " + lock.table()
                                        + " that run on a hot standby hold replay up, and are ended after"
                                        + " max_standby_streaming_delay")
                        .weighing(lock.table())
                        .because("ACCESS EXCLUSIVE locks are in the log, and a standby takes them, too")
                        .instead(List.of("-- move long queries away from the standby first, or let its"
                                + " max_standby_streaming_delay be long enough")));
    }
}
