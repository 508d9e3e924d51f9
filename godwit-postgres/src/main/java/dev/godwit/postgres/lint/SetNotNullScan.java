package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Column.Nullability;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.SetNotNull;
import java.util.Set;
import java.util.stream.Stream;

/** Finds {@code SET NOT NULL} that makes the server read the whole table. */
final class SetNotNullScan implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "set-not-null-scan",
                    Category.BLOCKING_SCAN,
                    "SET NOT NULL reads the whole table under an exclusive lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    SetNotNullScan(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(SetNotNull.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, SetNotNull.class)
                .filter(set -> set.does(Work.SCAN))
                .filter(set -> set.column()
                        .filter(column -> column.nullability() == Nullability.NOT_NULL_UNVALIDATED)
                        .isEmpty())
                .map(set -> set.found(set.lock())
                        .because(
                                statement.version().atLeast(12)
                                        ? "no valid CHECK proves that "
                                                + set.action().column() + " is never NULL"
                                        : "before PostgreSQL 12 no CHECK spares the look at the rows")
                        .instead(SafeWays.notNull(
                                statement, set.table(), set.action().column())));
    }
}
