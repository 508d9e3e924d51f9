package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Column.Nullability;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Burden;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.ColumnAction.SetNotNull;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds {@code SET NOT NULL} whose proof the same statement drops. */
final class SetNotNullDropCheckSameAlter implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "set-not-null-drop-check-same-alter",
                    Category.BLOCKING_SCAN,
                    "One ALTER drops the check that would spare SET NOT NULL the scan")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    SetNotNullDropCheckSameAlter(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (statement.actions(DropConstraint.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        return actions.of(statement, SetNotNull.class)
                .filter(set -> set.does(Work.METADATA))
                .filter(set -> isProvedByDropped(statement, set))
                .map(set -> set.found(LockText.of(statement, statement.effects(), set.table(), Work.SCAN))
                        .because("of one ALTER TABLE the drops are carried out first, so the check is gone when SET NOT"
                                + " NULL looks for it")
                        .instead(List.of(
                                set.sql(set.action()),
                                set.sql(statement.actions(DropConstraint.class).toArray(AlterAction[]::new)))));
    }

    private static boolean isProvedByDropped(StatementContext statement, Act<SetNotNull> set) {
        return Burden.of(statement, statement.effects()).compareTo(Work.SCAN) >= 0
                && set.column()
                        .filter(column -> column.nullability() == Nullability.NOT_NULL)
                        .isEmpty();
    }
}
