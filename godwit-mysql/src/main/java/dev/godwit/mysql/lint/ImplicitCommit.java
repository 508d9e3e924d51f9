package dev.godwit.mysql.lint;

import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction;
import java.util.List;
import java.util.stream.Stream;

/** Finds statements that end the transaction which the file has begun. */
final class ImplicitCommit implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-implicit-commit",
                    Category.TRANSACTION_SAFETY,
                    "The statement commits the transaction that it stands in")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        boolean commits = statement.effects().transactionality() == Transactionality.COMMITS_IMPLICITLY;
        if (!commits
                || statement.transaction().origin() != Transaction.Origin.AUTHOR
                || statement.earlierInTransaction().stream()
                        .anyMatch(earlier ->
                                earlier.effects().transactionality() == Transactionality.COMMITS_IMPLICITLY)) {
            return Stream.empty();
        }
        return Stream.of(Found.at(
                        statement, "what stands before it is committed, and ROLLBACK takes back neither that nor this")
                .because("the server commits before and after each statement that changes the schema: BEGIN and COMMIT"
                        + " around it promise what they do not keep")
                .instead(List.of(
                        "-- leave out BEGIN and COMMIT; the rows that belong together in a migration of their own")));
    }
}
