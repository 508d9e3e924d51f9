package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says how long an index will take to build. */
final class LongIndexBuildEstimate implements Rule {
    private static final double ROWS_PER_SECOND = 500_000;
    private static final RuleInfo INFO = RuleInfo.info(
                    "long-index-build-estimate", Category.LOCK, "The index will take long to build")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateIndex index)) {
            return Stream.empty();
        }
        return statement.before().table(index.table()).stream()
                .flatMap(table -> table.measures().stream())
                .filter(measures -> measures.rows() / ROWS_PER_SECOND >= 60)
                .map(measures -> Found.at(
                                statement,
                                "some " + Math.round(measures.rows() / ROWS_PER_SECOND / 60) + " min for "
                                        + statement.rows(index.table()))
                        .weighing(index.table())
                        .because("a build reads all rows, CONCURRENTLY twice over, and waits for transactions that are"
                                + " older than it")
                        .instead(List.of(
                                "SET maintenance_work_mem = '1GB';",
                                "SELECT phase, blocks_done, blocks_total FROM pg_stat_progress_create_index;")));
    }
}
