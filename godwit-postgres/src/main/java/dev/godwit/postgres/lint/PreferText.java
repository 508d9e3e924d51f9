package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.stream.Stream;

/** Finds columns with a greatest length. */
final class PreferText implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "prefer-text", Category.STYLE, "varchar(n) is as large as text and harder to change")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Defined.typed(statement, PreferText::isLimited)
                .map(column -> Found.at(statement, "a shorter limit later writes the table anew or is refused")
                        .marking(column.span())
                        .because(
                                "PostgreSQL stores varchar(n) and text alike; a check can be changed while others work")
                        .instead(List.of("-- " + statement.sql(new QualifiedName(List.of(column.name())))
                                + " text CHECK (length("
                                + statement.sql(new QualifiedName(List.of(column.name()))) + ") <= "
                                + column.type().orElseThrow().arguments().getFirst() + ")")));
    }

    private static boolean isLimited(TypeName type) {
        return (type.base().equals("varchar") || type.base().equals("character varying"))
                && !type.arguments().isEmpty();
    }
}
