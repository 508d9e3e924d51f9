package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.Breakage;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.stream.Stream;

/** Finds changes after which prepared statements fail once. */
final class PreparedStatementPlanInvalidation implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "prepared-statement-plan-invalidation",
                    Category.COMPATIBILITY,
                    "Prepared statements that return the columns fail once")
            .on("postgres")
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.effects().breaks().stream()
                .filter(breaks -> breaks.kind() == Breakage.Kind.PREPARED_STATEMENTS)
                .filter(breaks -> !statement.isNew(breaks.object()))
                .map(breaks -> Found.at(
                                statement,
                                "each connection fails once for each prepared SELECT * FROM " + breaks.object()
                                        + " (SQLSTATE 0A000)")
                        .about(breaks.object())
                        .because("\"cached plan must not change result type\": its columns are others than when"
                                + " it was prepared; pgjdbc and npgsql try again by themselves outside of"
                                + " a transaction, others do not")
                        .instead(List.of("-- name the columns in the application's queries; then only a change"
                                + " of one of them matters")));
    }
}
