package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds migrations that do not say who they are. */
final class MissingApplicationName implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "missing-application-name", Category.STYLE, "The session does not say that it is a migration")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return Settings.missing(file, Set.of("application_name"))
                .map(statement -> Found.at(
                                statement, "who looks at pg_stat_activity does not see that a migration holds the lock")
                        .because("application_name is shown there and in the log")
                        .instead(List.of("SET application_name = 'migration';")))
                .stream();
    }
}
