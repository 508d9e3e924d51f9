package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.PartitionAction.DetachPartition;
import dev.godwit.sql.PartitionAction.DetachPartition.Way;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Reindex;
import java.util.List;
import java.util.stream.Stream;

/** Finds statements with CONCURRENTLY in a transaction. */
final class ConcurrentlyInTransaction implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "concurrently-in-transaction",
                    Category.TRANSACTION_SAFETY,
                    "CONCURRENTLY fails within a transaction")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (statement.transaction().origin() != Origin.AUTHOR || !isConcurrent(statement.statement())) {
            return Stream.empty();
        }
        return Stream.of(Found.at(statement, "PostgreSQL refuses this within a transaction: the migration fails")
                .because("work done CONCURRENTLY commits in between, which it cannot do within BEGIN and COMMIT")
                .instead(List.of("COMMIT;", statement.sql(statement.statement()))));
    }

    static boolean isConcurrent(Statement statement) {
        return switch (statement) {
            case CreateIndex index -> index.concurrency() == Concurrency.CONCURRENTLY;
            case DropIndex drop -> drop.concurrency() == Concurrency.CONCURRENTLY;
            case Reindex reindex -> reindex.concurrency() == Concurrency.CONCURRENTLY;
            case AlterTable alter ->
                alter.actions(DetachPartition.class).anyMatch(detach -> detach.way() == Way.CONCURRENTLY);
            case Statement other -> false;
        };
    }
}
