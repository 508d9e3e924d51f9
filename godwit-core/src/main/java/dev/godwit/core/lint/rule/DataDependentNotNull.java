package dev.godwit.core.lint.rule;

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
        return Set.of(ColumnAction.SetNotNull.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        return alter.actions(ColumnAction.SetNotNull.class)
                .filter(set -> !isProved(statement, alter, set.column()))
                .filter(set -> !isFilled(statement, alter, set.column()))
                .map(set -> found(statement, alter, set.column()));
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
