package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.AddEnumValue;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Reindex;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.List;
import java.util.stream.Stream;

/** Finds statements in a transaction that cannot be in one. */
final class NonTransactionalStatement implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "non-transactional-statement",
            Category.TRANSACTION_SAFETY,
            "The statement cannot run within a transaction");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (statement.transaction().origin() != Origin.AUTHOR
                || statement.effects().transactionality() != Transactionality.OUTSIDE_ONLY
                || isOfAnotherRule(statement.statement())) {
            return Stream.empty();
        }
        return Stream.of(
                Found.at(statement, "the server refuses it between BEGIN and COMMIT, or it has no effect there")
                        .because("what it does cannot be rolled back, so it must stand outside of a transaction")
                        .instead(List.of("COMMIT;", statement.text() + ";")));
    }

    private static boolean isOfAnotherRule(Statement statement) {
        return switch (statement) {
            case CreateIndex index -> index.concurrency() == Concurrency.CONCURRENTLY;
            case DropIndex drop -> drop.concurrency() == Concurrency.CONCURRENTLY;
            case Reindex reindex -> reindex.concurrency() == Concurrency.CONCURRENTLY;
            case AlterTable alter -> alter.tail().contains("CONCURRENTLY");
            case AddEnumValue value -> true;
            case SessionSetting setting -> setting.name().equals("foreign_keys");
            case Statement other -> false;
        };
    }
}
