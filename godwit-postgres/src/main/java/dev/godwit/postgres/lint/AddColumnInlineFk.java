package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintAction.ValidateConstraint;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new columns with a foreign key. */
final class AddColumnInlineFk implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "add-column-inline-fk", Category.BLOCKING_SCAN, "ADD COLUMN with REFERENCES locks both tables")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddColumnInlineFk(Actions actions) {
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
                .filter(add -> add.action().definition().has(ForeignKey.class))
                .map(AddColumnInlineFk::found);
    }

    private static Found found(Act<AddColumn> add) {
        ColumnDefinition column = add.action().definition();
        ForeignKey key = column.rules(ForeignKey.class).findFirst().orElseThrow();
        QualifiedName parent = key.references().table();
        Identifier name = Sql.name(add.table(), column.name().name(), "fkey");
        String also = add.context().isNew(parent)
                ? ""
                : "; " + LockText.of(add.context(), add.effects(), parent, Work.METADATA);
        return add.found(add.lock() + also)
                .about(parent)
                .because(
                        add.work() == Work.METADATA
                                ? "one statement needs strong locks on two tables at once, and waits with the first"
                                        + " for the second"
                                : "the rows already have a value, so each of them is looked up in " + parent)
                .instead(List.of(
                        add.sql(Sql.without(add.action(), Columns.rule(ForeignKey.class))),
                        add.sql(Sql.notValid(name, key)),
                        SafeWays.LATER,
                        add.sql(new ValidateConstraint(name))));
    }
}
