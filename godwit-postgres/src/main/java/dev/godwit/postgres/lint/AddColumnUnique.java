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
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new columns that are a key. */
final class AddColumnUnique implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-column-unique",
                    Category.BLOCKING_SCAN,
                    "ADD COLUMN with UNIQUE builds an index under an exclusive lock")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddColumnUnique(Actions actions) {
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
                .filter(add -> add.work().compareTo(Work.SCAN) >= 0)
                .flatMap(add -> key(add.action()).stream().map(constraint -> found(add, constraint)));
    }

    private static Optional<Constraint> key(AddColumn add) {
        return add.definition()
                .attributes(Constrained.class)
                .map(Constrained::constraint)
                .filter(constraint -> constraint.rule() instanceof Unique || constraint.rule() instanceof PrimaryKey)
                .findFirst();
    }

    private static Found found(Act<AddColumn> add, Constraint constraint) {
        Identifier column = add.action().definition().name();
        AddColumn bare = Sql.without(add.action(), Columns.rule(Unique.class).or(Columns.rule(PrimaryKey.class)));
        ConstraintRule.Key key = ConstraintRule.Key.of(List.of(IndexElement.of(column)));
        return add.found(add.lock())
                .because("the index that the key needs is built while the lock is held")
                .instead(Stream.concat(
                                Stream.of(add.sql(bare)),
                                SafeWays.key(add.context(), add.table(), constraint, key).stream())
                        .toList());
    }
}
