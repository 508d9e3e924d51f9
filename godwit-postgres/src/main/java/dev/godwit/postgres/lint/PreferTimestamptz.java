package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds times without a zone. */
final class PreferTimestamptz implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "prefer-timestamptz", Category.STYLE, "timestamp does not say which moment it means")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Defined.typed(statement, type -> type.base().equals("timestamp") && !type.has("WITH TIME ZONE"))
                .map(column -> Found.at(statement, column.name() + " is another moment for each reader's time zone")
                        .marking(column.span())
                        .because("timestamptz stores the moment, in as many bytes, and shows it in the reader's zone")
                        .instead(List.of(
                                "-- " + statement.sql(new QualifiedName(List.of(column.name()))) + " timestamptz")));
    }
}
