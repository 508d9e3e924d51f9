package dev.godwit.postgres.lint;

import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction.ChangeType;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintAction.ValidateConstraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.Statement.Guard;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes of a type that keep the rows but check them again. */
final class AlterTypeCheckRevalidation implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "alter-type-check-revalidation",
                    Category.BLOCKING_SCAN,
                    "A change of type checks a constraint for all rows again")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AlterTypeCheckRevalidation(Actions actions) {
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
                .filter(change -> change.does(Work.SCAN))
                .filter(change -> !ForeignKeys.uses(
                        statement.before(), change.table(), change.action().column()))
                .map(AlterTypeCheckRevalidation::found);
    }

    private static Found found(Act<ChangeType> change) {
        Stream<String> way = checks(change)
                .flatMap(check -> Stream.of(
                        change.sql(new DropConstraint(
                                DropConstraint.Kind.CONSTRAINT, check.name(), Guard.NONE, Behavior.UNSAID)),
                        change.sql(change.action()),
                        change.sql(Sql.notValid(check.name().orElseThrow(), check.rule())),
                        SafeWays.LATER,
                        change.sql(new ValidateConstraint(check.name().orElseThrow()))));
        return change.found(change.lock())
                .because("the rows stay as they are, but a check on "
                        + change.action().column() + " is made of the new type and looks at all of them")
                .instead(way.toList());
    }

    private static Stream<TableConstraint> checks(Act<ChangeType> change) {
        return change.context().before().table(change.table()).stream()
                .flatMap(table -> table.constraints().stream())
                .filter(constraint -> constraint.name().isPresent())
                .filter(constraint -> constraint.rule() instanceof Check check
                        && check.condition().mentions(change.action().column()));
    }
}
