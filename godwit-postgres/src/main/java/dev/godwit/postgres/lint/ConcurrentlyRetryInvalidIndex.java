package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds indexes of which a retry would keep an invalid one. */
final class ConcurrentlyRetryInvalidIndex implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "concurrently-retry-invalid-index",
                    Category.IDEMPOTENCY,
                    "IF NOT EXISTS keeps an index that failed to build")
            .on(PostgresRules.PRODUCT)
            .onRequest();

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
                || index.concurrency() != Concurrency.CONCURRENTLY
                || index.guard() != Guard.IF_NOT_EXISTS
                || index.name().isEmpty()
                || isDroppedBefore(statement, index.name().orElseThrow())) {
            return Stream.empty();
        }
        QualifiedName name = index.name().orElseThrow();
        return Stream.of(Found.at(
                        statement,
                        "after a failed build " + name + " is there but INVALID: writes keep it up, no query uses it")
                .about(name)
                .because("CREATE INDEX CONCURRENTLY leaves an invalid index behind when it fails, and IF NOT EXISTS"
                        + " then says that all is well")
                .instead(List.of(
                        "DROP INDEX CONCURRENTLY IF EXISTS " + statement.sql(name) + ";", statement.sql(index))));
    }

    private static boolean isDroppedBefore(StatementContext statement, QualifiedName index) {
        return statement.file().statements().stream()
                .anyMatch(other -> other.index() < statement.index()
                        && other.statement() instanceof DropIndex drop
                        && drop.names().stream().anyMatch(name -> name.last().equals(index.last())));
    }
}
