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
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnAttribute.Generated.Storing;
import dev.godwit.sql.ColumnDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new generated columns whose values are stored. */
final class AddColumnGeneratedStored implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-column-generated-stored",
                    Category.REWRITE,
                    "ADD COLUMN of a stored generated column rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddColumnGeneratedStored(Actions actions) {
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
                .filter(add -> Columns.isGenerated(add.action().definition()))
                .filter(add -> add.does(Work.REWRITE))
                .map(AddColumnGeneratedStored::found);
    }

    private static Found found(Act<AddColumn> add) {
        ColumnDefinition column = add.action().definition();
        Generated generated = column.attribute(Generated.class).orElseThrow();
        Stream<String> way = add.context().version().atLeast(18)
                ? Stream.of(add.sql(virtual(add.action(), generated)))
                : Stream.concat(
                        Stream.of(
                                add.sql(Sql.without(add.action(), attribute -> attribute instanceof Generated)),
                                "-- fill it by a trigger on INSERT and UPDATE, then"),
                        SafeWays.backfill(
                                add.context(),
                                add.table(),
                                column.name(),
                                generated.value().text())
                                .stream());
        return add.found(add.lock())
                .because("the value of " + column.name() + " is computed and stored for each row that is there")
                .instead(way.toList());
    }

    private static AddColumn virtual(AddColumn add, Generated generated) {
        ColumnDefinition column = add.definition();
        List<ColumnAttribute> attributes = column.attributes().stream()
                .map(attribute ->
                        attribute.equals(generated) ? new Generated(generated.value(), Storing.VIRTUAL) : attribute)
                .toList();
        return new AddColumn(
                new ColumnDefinition(column.span(), column.name(), column.type(), attributes),
                add.guard(),
                add.position());
    }
}
