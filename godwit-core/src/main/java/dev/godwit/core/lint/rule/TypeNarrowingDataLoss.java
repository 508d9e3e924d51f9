package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes to types that cannot hold all values. */
final class TypeNarrowingDataLoss implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "type-narrowing-data-loss", Category.DATA_LOSS, "The new type cannot hold every value of the old one");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AlterTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        Stream<Found> changed = alter.actions(ColumnAction.ChangeType.class)
                .filter(change ->
                        change.using().filter(using -> isMoreThanCast(using)).isEmpty())
                .flatMap(change -> narrowed(statement, alter, change.column(), change.type()).stream());
        Stream<Found> modified = alter.actions(ColumnAction.ModifyColumn.class)
                .flatMap(change -> change.definition().type().stream()
                        .flatMap(type -> narrowed(statement, alter, change.column(), type).stream()));
        return Stream.concat(changed, modified);
    }

    // A conversion that the author has written takes care of the values: left(name, 20), CASE ….
    private static boolean isMoreThanCast(Expression using) {
        return !using.calls().isEmpty() || using.has("CASE");
    }

    private static Optional<Found> narrowed(
            StatementContext statement, AlterTable alter, Identifier column, TypeName to) {
        return statement
                .before()
                .table(alter.table())
                .flatMap(table -> table.column(column))
                .flatMap(Column::type)
                .filter(from -> Widths.isNarrower(from, to))
                .map(from -> found(statement, alter.table(), column, from, to));
    }

    private static Found found(
            StatementContext statement, QualifiedName table, Identifier column, TypeName from, TypeName to) {
        String name = statement.sql(new QualifiedName(List.of(column)));
        String measure = Widths.isText(from) ? "max(length(" + name + "))" : "min(" + name + "), max(" + name + ")";
        return Found.at(
                        statement,
                        "the migration fails on the first value of " + column + " that does not fit into " + to
                                + ", or cuts or rounds it")
                .about(table)
                .because(column + " is " + from + " now, and the application that runs now may still write such values")
                .instead(List.of(
                        "-- look first:",
                        "SELECT " + measure + " FROM " + statement.sql(table) + ";",
                        "-- let a check keep such values out, NOT VALID and then validated, before the type is"
                                + " changed"));
    }
}
