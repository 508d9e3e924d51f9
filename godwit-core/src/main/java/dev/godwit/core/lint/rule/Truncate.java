package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.stream.Stream;

/** Finds tables that are emptied. */
final class Truncate implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.error("truncate", Category.DATA_LOSS, "TRUNCATE loses all rows and locks the table");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return TruncateTable.of(statement)
                .map(table -> Found.at(
                                statement,
                                "all rows of " + table + " are gone; "
                                        + LockText.of(statement, statement.effects(), table, Work.METADATA))
                        .about(table)
                        .because("no trigger ON DELETE runs, and once this is committed only a backup has the rows")
                        .instead(List.of(
                                "-- keep the rows under another name, or delete them in batches:",
                                "DELETE FROM " + statement.sql(table) + " WHERE id BETWEEN 1 AND 10000;")));
    }
}
