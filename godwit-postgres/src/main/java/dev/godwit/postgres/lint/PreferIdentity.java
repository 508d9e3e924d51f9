package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds serial columns. */
final class PreferIdentity implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "prefer-identity", Category.STYLE, "An identity column is what serial was meant to be")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Defined.columns(statement)
                .filter(Columns::isSerial)
                .map(column -> Found.at(
                                statement,
                                "the sequence of " + column.name()
                                        + " has rights and an owner of its own, and anybody may write past it")
                        .marking(column.span())
                        .because("a serial is a default and a sequence beside the column; an identity belongs to it")
                        .instead(List.of("-- " + statement.sql(new QualifiedName(List.of(column.name()))) + " "
                                + Columns.integerOf(column) + " GENERATED ALWAYS AS IDENTITY")));
    }
}
