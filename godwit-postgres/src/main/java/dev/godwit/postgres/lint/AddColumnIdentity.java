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
import dev.godwit.sql.ColumnAction.AddIdentity;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.ColumnAttribute.Identity;
import dev.godwit.sql.ColumnDefinition;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new identity columns. */
final class AddColumnIdentity implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-column-identity", Category.REWRITE, "ADD COLUMN with an identity rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddColumnIdentity(Actions actions) {
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
                .filter(add -> Columns.isIdentity(add.action().definition()))
                .filter(add -> add.does(Work.REWRITE))
                .map(AddColumnIdentity::found);
    }

    private static Found found(Act<AddColumn> add) {
        ColumnDefinition column = add.action().definition();
        Identity identity = column.attribute(Identity.class).orElseThrow();
        AddColumn bare = Sql.without(
                add.action(), attribute -> attribute instanceof Identity || attribute instanceof Constrained);
        return add.found(add.lock())
                .because("each row that is there takes the next number of the identity, so each row is written anew;"
                        + " an identity given to a column that is there is not")
                .instead(Stream.of(
                                Stream.of(add.sql(bare)),
                                SafeWays.backfill(add.context(), add.table(), column.name(), "<a number of its own>")
                                        .stream(),
                                SafeWays.notNull(add.context(), add.table(), column.name()).stream(),
                                Stream.of(add.sql(new AddIdentity(column.name(), identity))))
                        .flatMap(lines -> lines)
                        .toList());
    }
}
