package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Burden;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds indexes that are built while writes wait. */
final class CreateIndexBlocking implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "create-index-blocking", Category.LOCK, "CREATE INDEX without CONCURRENTLY blocks writes")
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
        if (!(statement.statement() instanceof CreateIndex index)
                || index.concurrency() == Concurrency.CONCURRENTLY
                || index.scope() == Scope.ONLY
                || Partitions.isPartitioned(statement.before(), index.table())
                || Burden.of(statement, statement.effects()) == Work.METADATA) {
            return Stream.empty();
        }
        return Stream.of(Found.at(statement, LockText.of(statement, statement.effects(), index.table()))
                .weighing(index.table())
                .because("only with CONCURRENTLY is an index built while others write; that cannot be in a transaction")
                .instead(List.of(statement.sql(Sql.concurrently(index)))));
    }
}
