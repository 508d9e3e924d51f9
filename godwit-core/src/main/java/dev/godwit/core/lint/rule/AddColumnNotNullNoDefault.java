package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new NOT NULL columns that have no value for the rows that are there. */
final class AddColumnNotNullNoDefault implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "add-column-not-null-no-default",
            Category.COMPATIBILITY,
            "ADD COLUMN NOT NULL without a default fails, or breaks inserts");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ColumnAction.AddColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        return alter.actions(ColumnAction.AddColumn.class)
                .filter(add -> demandsValue(statement, add.definition()))
                .map(add -> found(statement, alter, add));
    }

    private static boolean demandsValue(StatementContext statement, ColumnDefinition column) {
        boolean notNull = column.has(ConstraintRule.NotNull.class) || column.has(ConstraintRule.PrimaryKey.class);
        return notNull && !FillsItself.of(statement, column);
    }

    private static Found found(StatementContext statement, AlterTable alter, ColumnAction.AddColumn add) {
        ColumnDefinition column = add.definition();
        List<ColumnAttribute> kept = column.attributes().stream()
                .filter(attribute -> !(attribute instanceof ColumnAttribute.Constrained constrained
                        && constrained.constraint().rule() instanceof ConstraintRule.NotNull))
                .toList();
        AlterTable nullable = new AlterTable(
                alter.span(),
                alter.kind(),
                alter.guard(),
                alter.scope(),
                alter.table(),
                alter.modifiers(),
                List.of(new ColumnAction.AddColumn(
                        new ColumnDefinition(column.span(), column.name(), column.type(), kept),
                        add.guard(),
                        add.position())));
        String insert =
                "each INSERT of the application that runs now, which does not know " + column.name() + ", fails";
        // What becomes of the rows there is the matter of mysql-implicit-default.
        String happens = Products.isMysqlFamily(statement)
                ? insert
                : "where " + alter.table() + " has rows it fails or fills them with a value that nobody chose; and "
                        + insert;
        return Found.at(statement, happens)
                .marking(column.span())
                .about(alter.table())
                .because("the rows that are there, and those that are inserted, need a value for " + column.name()
                        + ", and there is no default")
                .instead(List.of(
                        statement.sql(nullable),
                        "-- let the application write it, fill the rows that are there in batches, then make it NOT"
                                + " NULL;",
                        "-- or give it a DEFAULT that is right for all rows"));
    }
}
