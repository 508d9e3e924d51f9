package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.Column.Nullability;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.SetNotNull;
import dev.godwit.sql.ConstraintAction.ValidateConstraint;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds {@code SET NOT NULL} on a column whose NOT NULL constraint has not been validated. */
final class SetNotNullAfterNnNotValid implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "set-not-null-after-nn-not-valid",
                    Category.BLOCKING_SCAN,
                    "SET NOT NULL scans where VALIDATE CONSTRAINT would not block")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    SetNotNullAfterNnNotValid(Actions actions) {
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
                        .isPresent())
                .map(set -> set.found(set.lock())
                        .because("the NOT NULL constraint of " + set.action().column()
                                + " is NOT VALID; SET NOT NULL validates it under the strong lock")
                        .instead(name(set)
                                .map(name -> List.of(set.sql(new ValidateConstraint(name))))
                                .orElse(List.of())));
    }

    private static Optional<Identifier> name(Act<SetNotNull> set) {
        return set.context().before().table(set.table()).stream()
                .flatMap(table -> table.constraints().stream())
                .filter(constraint -> constraint.rule() instanceof NotNull rule
                        && rule.column().equals(set.action().column()))
                .flatMap(constraint -> constraint.name().stream())
                .findFirst();
    }
}
