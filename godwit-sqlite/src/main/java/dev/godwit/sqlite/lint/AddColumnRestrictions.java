package dev.godwit.sqlite.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that ADD COLUMN does not take. */
final class AddColumnRestrictions implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-add-column-restrictions",
                    Category.COMPATIBILITY,
                    "SQLite cannot add a column like this to a table")
            .on(SqliteRules.PRODUCT);

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
        if (!(statement.statement() instanceof AlterTable alter)
                || alter.actions().size() != 1
                || !(alter.actions().getFirst() instanceof AddColumn add)
                || StrictTypes.isAtFault(statement.before().table(alter.table()), add.definition())) {
            return Stream.empty();
        }
        return statement.effects().refusal().stream().map(why -> found(statement, alter, add, why));
    }

    private static Found found(StatementContext statement, AlterTable alter, AddColumn add, String why) {
        return Found.at(statement, "SQLite " + statement.version() + " refuses it: " + why)
                .marking(add.definition().span())
                .about(alter.table())
                .because(
                        "a column is added to the definition only, so no row may have to be written or looked up for it")
                .instead(way(statement, alter, add));
    }

    private static List<String> way(StatementContext statement, AlterTable alter, AddColumn add) {
        ColumnDefinition column = add.definition();
        boolean onlyUnique = column.has(ConstraintRule.Unique.class)
                && column.attributes().stream().noneMatch(AddColumnRestrictions::isHarder);
        if (onlyUnique) {
            return unique(statement, alter, column);
        }
        return statement
                        .before()
                        .table(alter.table())
                        .flatMap(known -> known.column(column.name()))
                        .isPresent()
                ? List.of("-- it is there already: leave this out, or give the new one another name")
                : RebuildSql.of(statement, alter);
    }

    private static boolean isHarder(ColumnAttribute attribute) {
        return switch (attribute) {
            case ColumnAttribute.Constrained constrained -> isHarder(constrained.constraint());
            case ColumnAttribute.Default other -> true;
            case ColumnAttribute.Generated other -> true;
            case ColumnAttribute.AutoIncrement other -> true;
            case ColumnAttribute.Nullable other -> false;
            case ColumnAttribute.Identity other -> false;
            case ColumnAttribute.Collated other -> false;
            case ColumnAttribute.Commented other -> false;
            case ColumnAttribute.OnUpdate other -> false;
            case ColumnAttribute.Setting other -> false;
        };
    }

    private static boolean isHarder(Constraint constraint) {
        return switch (constraint.rule()) {
            case ConstraintRule.PrimaryKey other -> true;
            case ConstraintRule.NotNull other -> true;
            case ConstraintRule.Unique other -> false;
            case ConstraintRule.Check other -> false;
            case ConstraintRule.ForeignKey other -> false;
            case ConstraintRule.Exclude other -> false;
        };
    }

    private static List<String> unique(StatementContext statement, AlterTable alter, ColumnDefinition column) {
        List<ColumnAttribute> kept = column.attributes().stream()
                .filter(attribute -> !(attribute instanceof ColumnAttribute.Constrained constrained
                        && constrained.constraint().rule() instanceof ConstraintRule.Unique))
                .toList();
        var plain = new ColumnDefinition(column.span(), column.name(), column.type(), kept);
        String table = alter.table().last().name();
        QualifiedName index = new QualifiedName(List.of(
                new dev.godwit.sql.Identifier(table + "_" + column.name().name() + "_key")));
        List<String> lines = new ArrayList<>();
        lines.add(statement.sql(with(alter, plain)));
        lines.add("CREATE UNIQUE INDEX " + statement.sql(index) + " ON " + statement.sql(alter.table()) + " ("
                + IndexElement.of(column.name())
                        .column()
                        .map(name -> statement.sql(new QualifiedName(List.of(name))))
                        .orElseThrow()
                + ");");
        return lines;
    }

    private static AlterTable with(AlterTable alter, ColumnDefinition column) {
        return new AlterTable(
                alter.span(),
                alter.kind(),
                alter.guard(),
                alter.scope(),
                alter.table(),
                List.of(),
                List.of(new AddColumn(column, Guard.NONE, dev.godwit.sql.ColumnAction.Position.UNSAID)));
    }
}
