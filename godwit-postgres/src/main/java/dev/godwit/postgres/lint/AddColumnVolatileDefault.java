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
import dev.godwit.sql.ColumnAction.SetDefault;
import dev.godwit.sql.ColumnAttribute.Default;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.Expression;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new columns whose default must be computed for each row that is there. */
final class AddColumnVolatileDefault implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-column-volatile-default",
                    Category.REWRITE,
                    "ADD COLUMN with a default of each row's own rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddColumnVolatileDefault(Actions actions) {
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
                .filter(add -> isPlain(add.action().definition()))
                .filter(add ->
                        !Columns.isConstrainedDomain(statement, add.action().definition()))
                .filter(add -> add.does(Work.REWRITE))
                .map(add -> found(add, add.action().definition()));
    }

    private static boolean isPlain(ColumnDefinition column) {
        return column.attribute(Default.class).isPresent()
                && !Columns.isSerial(column)
                && !Columns.isIdentity(column)
                && !Columns.isGenerated(column);
    }

    private static Found found(Act<AddColumn> add, ColumnDefinition column) {
        Expression value = column.attribute(Default.class).orElseThrow().value();
        boolean old = !add.context().version().atLeast(11);
        AddColumn bare = Sql.without(
                add.action(),
                attribute -> attribute instanceof Default
                        || Columns.rule(NotNull.class).test(attribute));
        Stream<String> notNull = column.has(NotNull.class)
                ? SafeWays.notNull(add.context(), add.table(), column.name()).stream()
                : Stream.empty();
        return add.found(add.lock())
                .because(
                        old
                                ? "before PostgreSQL 11 the default of a new column is written into every row"
                                : value.text() + " can be another value for each row, so each row is written anew")
                .instead(Stream.of(
                                Stream.of(add.sql(bare), add.sql(new SetDefault(column.name(), value))),
                                SafeWays.backfill(add.context(), add.table(), column.name(), value.text()).stream(),
                                notNull)
                        .flatMap(lines -> lines)
                        .toList());
    }
}
