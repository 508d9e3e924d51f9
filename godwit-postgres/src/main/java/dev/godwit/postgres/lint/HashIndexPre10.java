package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.List;
import java.util.stream.Stream;

/** Finds hash indexes on servers that do not log them. */
final class HashIndexPre10 implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "hash-index-pre10", Category.REPLICATION, "Before PostgreSQL 10 hash indexes are not logged")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        boolean hash = statement.statement() instanceof CreateIndex index
                && index.method()
                        .filter(method -> method.name().equalsIgnoreCase("hash"))
                        .isPresent();
        if (!hash || statement.version().atLeast(10)) {
            return Stream.empty();
        }
        return Stream.of(Found.at(statement, "after a crash, and on replicas, the index gives wrong answers")
                .because("hash indexes are in the write-ahead log from PostgreSQL 10 on")
                .instead(List.of("-- a B-tree index serves the same queries")));
    }
}
