package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that are padded with spaces. */
final class PreferTextOverChar implements Rule {
    private static final Set<String> PADDED = Set.of("char", "character", "bpchar");
    private static final RuleInfo INFO = RuleInfo.info(
                    "prefer-text-over-char", Category.STYLE, "char(n) pads with spaces and compares without them")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Defined.typed(statement, type -> PADDED.contains(type.base()))
                .map(column -> Found.at(
                                statement,
                                "values of " + column.name()
                                        + " are filled up with spaces, which some comparisons see and others do not")
                        .marking(column.span())
                        .because("it is neither smaller nor faster than text")
                        .instead(List.of("-- " + statement.sql(new QualifiedName(List.of(column.name()))) + " text")));
    }
}
