package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleId;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.stream.Stream;

/** Finds indexes of many columns. */
final class WideIndex implements Rule {
    private static final RuleId ID = new RuleId("wide-index");
    private static final int MANY = 4;
    private static final RuleInfo INFO =
            RuleInfo.info("wide-index", Category.STYLE, "An index of many columns is large and seldom used whole");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        long many = statement.file().folder().number(ID, "columns", MANY);
        return statement.statement() instanceof CreateIndex index
                        && index.elements().size() + index.include().size() > many
                ? Stream.of(Found.at(
                                statement,
                                "each write keeps "
                                        + (index.elements().size()
                                                + index.include().size()) + " columns up")
                        .about(index.table())
                        .because("queries use its first columns; the others are copied into it for little"))
                : Stream.empty();
    }
}
