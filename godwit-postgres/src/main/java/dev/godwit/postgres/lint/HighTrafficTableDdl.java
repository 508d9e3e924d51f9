package dev.godwit.postgres.lint;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleId;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.stream.Stream;

/** Finds strong locks on tables that the server says are busy. */
final class HighTrafficTableDdl implements Rule {
    private static final RuleId ID = new RuleId("high-traffic-table-ddl");
    private static final long BUSY = 100_000_000;
    private static final RuleInfo INFO = RuleInfo.warn(
                    "high-traffic-table-ddl", Category.LOCK, "The table is so busy that even a brief lock is felt")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        long busy = statement.file().folder().number(ID, "accesses", BUSY);
        return statement.effects().locks().stream()
                .filter(lock -> lock.mode() == LockMode.BLOCKS_READS_AND_WRITES)
                .flatMap(lock -> statement.before().table(lock.table()).stream())
                .filter(table -> table.measures()
                        .filter(measures -> measures.reads() + measures.writes() >= busy)
                        .isPresent())
                .map(table -> Found.at(statement, LockText.of(statement, statement.effects(), table.name()))
                        .weighing(table.name())
                        .because("it is among the tables that are read and written most, so a queue behind the lock"
                                + " grows at once")
                        .instead(List.of(
                                "SET LOCAL lock_timeout = '200ms';",
                                "-- and again after a pause where that fails:",
                                statement.text() + ";")));
    }
}
