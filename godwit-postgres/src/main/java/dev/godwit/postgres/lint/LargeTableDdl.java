package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleId;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.stream.Stream;

/** Finds work on tables that the server says are large. */
final class LargeTableDdl implements Rule {
    private static final RuleId ID = new RuleId("large-table-ddl");
    private static final long LARGE = 10_000_000;
    private static final RuleInfo INFO = RuleInfo.warn(
                    "large-table-ddl", Category.LOCK, "The table is so large that the work takes long")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        long large = statement.file().folder().number(ID, "rows", LARGE);
        return statement.effects().work().stream()
                .filter(work -> work.work() != Work.METADATA)
                .flatMap(work -> statement.before().table(work.table()).stream()
                        .filter(table -> table.measures()
                                .filter(measures -> measures.rows() >= large)
                                .isPresent())
                        .map(table -> found(statement, table, work.work())))
                .distinct();
    }

    private static Found found(StatementContext statement, Table table, Work work) {
        return Found.at(statement, LockText.of(statement, statement.effects(), table.name(), work))
                .weighing(table.name())
                .because("also where nobody waits, long work is in the way of VACUUM, uses the disk and the log, and is"
                        + " lost if it fails")
                .instead(List.of("-- run it when there is little to do, and watch pg_stat_progress_create_index or"
                        + " pg_stat_activity meanwhile"));
    }
}
