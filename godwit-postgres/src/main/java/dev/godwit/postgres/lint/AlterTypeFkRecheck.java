package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.ChangeType;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of the type of a column that a foreign key uses. */
final class AlterTypeFkRecheck implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "alter-type-fk-recheck",
                    Category.BLOCKING_SCAN,
                    "A change of type checks a foreign key for all rows again")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AlterTypeFkRecheck(Actions actions) {
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
                .filter(change -> ForeignKeys.uses(
                        statement.before(), change.table(), change.action().column()))
                .filter(change -> change.work().compareTo(Work.SCAN) >= 0)
                .map(change -> change.found(change.lock())
                        .because("a foreign key uses " + change.action().column()
                                + ": it is made anew, and both of its tables are read and locked for that")
                        .instead(SafeWays.takeOver(change, change.action().type())));
    }
}
