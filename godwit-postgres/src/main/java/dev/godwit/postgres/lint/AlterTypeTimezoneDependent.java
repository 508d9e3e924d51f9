package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.ChangeType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes between timestamp and timestamptz whose cost depends on the session's time zone. */
final class AlterTypeTimezoneDependent implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "alter-type-timezone-dependent",
                    Category.REWRITE,
                    "timestamp to timestamptz rewrites unless the session is in UTC")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AlterTypeTimezoneDependent(Actions actions) {
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
                .filter(Types::isTimeZoneChange)
                .map(AlterTypeTimezoneDependent::found);
    }

    private static Found found(Act<ChangeType> change) {
        if (!change.context().version().atLeast(12)) {
            return change.found(change.lock())
                    .because("before PostgreSQL 12 a change between timestamp and timestamptz writes every row anew")
                    .instead(SafeWays.takeOver(change, change.action().type()));
        }
        return change.found(change.lock())
                .because("only where the session's TimeZone is UTC do both types store the same; the values are taken"
                        + " to be in that zone, so make sure that they are in UTC")
                .instead(List.of("SET LOCAL timezone = 'UTC';", change.sql(change.action())));
    }
}
