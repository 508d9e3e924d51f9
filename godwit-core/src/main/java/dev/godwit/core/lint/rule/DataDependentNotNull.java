package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.Breakage;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that are made NOT NULL while NULL may be in them. */
final class DataDependentNotNull implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "data-dependent-not-null", Category.COMPATIBILITY, "NOT NULL fails on the first row that is NULL");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ColumnAction.SetNotNull.class, ColumnAction.ModifyColumn.class, ColumnAction.ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        return alter.actions(ColumnAction.class)
                .filter(action -> demandsValues(statement, action))
                .map(ColumnAction::column)
                .filter(column -> !isProved(statement, alter, column))
                .filter(column -> !isFilled(statement, alter, column))
                .map(column -> found(statement, alter, column));
    }

    private static boolean demandsValues(StatementContext statement, ColumnAction action) {
        return switch (action) {
            case ColumnAction.SetNotNull set -> true;
            case ColumnAction.ModifyColumn modify -> refusesNull(statement, modify.column());
            case ColumnAction.ChangeColumn change -> refusesNull(statement, change.column());
            case ColumnAction other -> false;
        };
    }

    // A new definition of a column that said NOT NULL before changes nothing about it.
    private static boolean refusesNull(StatementContext statement, Identifier column) {
        return statement.effects().breaks().stream()
                .anyMatch(broken -> broken.kind() == Breakage.Kind.VALUE_REFUSED
                        && broken.part().equals(column.name()));
    }

    private static boolean isProved(StatementContext statement, AlterTable alter, Identifier column) {
        return statement
                .before()
                .table(alter.table())
                .filter(table -> table.provesNotNull(column))
                .isPresent();
    }

    private static boolean isFilled(StatementContext statement, AlterTable alter, Identifier column) {
        return statement.file().statements().stream()
                .filter(other -> other.index() < statement.index())
                .anyMatch(other -> other.statement() instanceof Dml dml
                        && dml.verb().equals("UPDATE")
                        && dml.target()
                                .filter(table ->
                                        table.last().equals(alter.table().last()))
                                .isPresent()
                        && dml.columns().contains(column));
    }

    private static Found found(StatementContext statement, AlterTable alter, Identifier column) {
        String name = statement.sql(new QualifiedName(List.of(column)));
        String table = statement.sql(alter.table());
        return Found.at(statement, "the migration fails if a row of " + alter.table() + " is NULL in " + column)
                .weighing(alter.table())
                .because("whether it succeeds depends on the rows of each database, and the application that runs now"
                        + " may still write NULL")
                .instead(List.of(
                        "-- look first, and fill what is found in batches:",
                        "SELECT count(*) FROM " + table + " WHERE " + name + " IS NULL;"));
    }
}
