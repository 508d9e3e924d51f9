package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext.Transaction.Origin;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds migrations whose locks stay if their client goes to sleep. */
final class MissingIdleInTransactionTimeout implements Rule {
    private static final Set<String> SETTINGS = Set.of("idle_in_transaction_session_timeout", "transaction_timeout");
    private static final RuleInfo INFO = RuleInfo.info(
                    "missing-idle-in-transaction-timeout", Category.LOCK, "A client that hangs keeps its locks")
            .on(PostgresRules.PRODUCT)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return Settings.missing(file, SETTINGS)
                .filter(statement -> statement.transaction().origin() == Origin.AUTHOR)
                .map(statement -> Found.at(
                                statement,
                                "if the client hangs between this and COMMIT, its locks stay and others wait")
                        .because("the server ends an idle transaction only where a timeout says so")
                        .instead(List.of("SET idle_in_transaction_session_timeout = '30s';", statement.text() + ";")))
                .stream();
    }
}
