package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.ChangeType;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of a type after which every row is stored differently. */
final class AlterColumnTypeRewrite implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "alter-column-type-rewrite", Category.REWRITE, "A change of type rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AlterColumnTypeRewrite(Actions actions) {
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
                .filter(change -> change.does(Work.REWRITE))
                .filter(change -> !Types.isTimeZoneChange(change) && !Types.isEnumSwap(change))
                .map(AlterColumnTypeRewrite::found);
    }

    private static Found found(Act<ChangeType> change) {
        String from = change.column()
                .flatMap(Column::type)
                .map(type -> "from " + type + " ")
                .orElse("");
        return change.found(change.lock())
                .because("the change of " + change.action().column() + " " + from + "to "
                        + change.action().type()
                        + " stores every value anew and rebuilds the indexes on it; each prepared SELECT *"
                        + " fails once afterwards")
                .instead(SafeWays.takeOver(change, change.action().type()));
    }
}
