package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.TransactionControl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds transactions that the file begins and does not end. */
final class UncommittedTransaction implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "uncommitted-transaction", Category.TRANSACTION_SAFETY, "BEGIN without COMMIT: nothing is kept");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        Optional<StatementContext> open = Optional.empty();
        for (StatementContext statement : file.statements()) {
            if (statement.statement() instanceof TransactionControl control) {
                open = switch (control.verb()) {
                    case BEGIN -> open.or(() -> Optional.of(statement));
                    case COMMIT, ROLLBACK -> Optional.empty();
                    case SAVEPOINT, RELEASE, ROLLBACK_TO -> open;
                };
            }
        }
        return open
                .map(begin -> Found.at(
                                begin,
                                "the transaction is rolled back when the connection ends, or left open with its locks")
                        .because("the file begins a transaction and never ends it")
                        .instead(List.of("COMMIT;")))
                .stream();
    }
}
