package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintAction.ValidateConstraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new columns with a check. */
final class AddColumnWithInlineCheck implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "add-column-with-inline-check",
                    Category.BLOCKING_SCAN,
                    "ADD COLUMN with a CHECK reads the whole table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddColumnWithInlineCheck(Actions actions) {
        this.actions = actions;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return actions.of(statement, AddColumn.class)
                .filter(add -> add.action().definition().has(Check.class))
                .filter(add -> add.work().compareTo(Work.SCAN) >= 0)
                .map(AddColumnWithInlineCheck::found);
    }

    private static Found found(Act<AddColumn> add) {
        ColumnDefinition column = add.action().definition();
        Identifier name = Sql.name(add.table(), column.name().name(), "check");
        Check check = column.rules(Check.class).findFirst().orElseThrow();
        return add.found(add.lock())
                .because("the check is made for every row, even though " + column.name()
                        + " has the same value in all of them")
                .instead(List.of(
                        add.sql(Sql.without(add.action(), Columns.rule(Check.class))),
                        add.sql(Sql.notValid(name, check)),
                        SafeWays.LATER,
                        add.sql(new ValidateConstraint(name))));
    }
}
