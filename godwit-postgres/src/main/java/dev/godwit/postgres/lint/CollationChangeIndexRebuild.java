package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.ChangeType;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of a type or collation that build indexes anew. */
final class CollationChangeIndexRebuild implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "collation-change-index-rebuild",
                    Category.REWRITE,
                    "A new collation builds every index on the column anew")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    CollationChangeIndexRebuild(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ChangeType.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, ChangeType.class)
                .filter(change -> change.does(Work.INDEX_BUILD))
                .map(change -> change.found(change.lock())
                        .because("the rows stay as they are, but the order of the values of "
                                + change.action().column() + " changes, so the indexes on it are built anew")
                        .instead(List.of(
                                "-- build an index with the new collation beside the old one, while others work:",
                                "CREATE INDEX CONCURRENTLY ON "
                                        + statement.sql(change.table()) + " ("
                                        + statement.sql(new QualifiedName(
                                                List.of(change.action().column())))
                                        + change.action()
                                                .collation()
                                                .map(collation -> " COLLATE " + statement.sql(collation))
                                                .orElse("")
                                        + ");",
                                "-- sort by it in the queries (ORDER BY … COLLATE …) and leave the column as it is")));
    }
}
