package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds long work without a limit. */
final class MissingStatementTimeout implements Rule {
    private static final Set<String> SETTINGS = Set.of("statement_timeout", "transaction_timeout");
    private static final RuleInfo INFO = RuleInfo.info(
                    "missing-statement-timeout", Category.LOCK, "Work under a strong lock has no limit of time")
            .on(PostgresRules.PRODUCT)
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return Settings.missing(file, SETTINGS)
                .map(statement -> Found.at(statement, "it may take as long as it likes while others wait")
                        .because("a limit ends what turns out to be slow before anybody has to")
                        .instead(List.of("SET statement_timeout = '5min';", statement.text() + ";")))
                .stream();
    }
}
