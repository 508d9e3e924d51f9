package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleId;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.stream.Stream;

/** Finds tables with many indexes. */
final class IndexCountLimit implements Rule {
    private static final RuleId ID = new RuleId("index-count-limit");
    private static final int MANY = 10;
    private static final RuleInfo INFO =
            RuleInfo.info("index-count-limit", Category.STYLE, "The table has many indexes");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        long many = statement.file().folder().number(ID, "indexes", MANY);
        return statement.statement() instanceof CreateIndex index
                ? statement.after().table(index.table()).stream()
                        .filter(table -> table.indexes().size() > many)
                        .map(table -> Found.at(
                                        statement,
                                        "each INSERT writes into "
                                                + table.indexes().size() + " indexes")
                                .about(table.name())
                                .because("every one costs room and time at each write, also those that no query uses"))
                : Stream.empty();
    }
}
