package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds foreign keys that are written at a column, where MySQL reads and forgets them. */
final class InlineReferencesIgnored implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-inline-references-ignored",
                    Category.COMPATIBILITY,
                    "REFERENCES at a column makes no foreign key before MySQL 9.0")
            .on(MysqlRules.MYSQL);
    private static final int FIRST_THAT_MAKES_ONE = 9;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AddColumn.class, ModifyColumn.class, ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.version().atLeast(FIRST_THAT_MAKES_ONE)
                ? Stream.empty()
                : WrittenColumn.in(statement).flatMap(column -> of(statement, column));
    }

    private static Stream<Found> of(StatementContext statement, WrittenColumn column) {
        return column.definition()
                .attributes(Constrained.class)
                .map(Constrained::constraint)
                .filter(constraint -> constraint.rule() instanceof ForeignKey)
                .filter(constraint -> !isSaidAnyway(statement, column, (ForeignKey) constraint.rule()))
                .map(constraint -> found(statement, column, constraint, (ForeignKey) constraint.rule()));
    }

    // Some write it at the column for readers, and the foreign key itself below.
    private static boolean isSaidAnyway(StatementContext statement, WrittenColumn column, ForeignKey key) {
        return statement
                .after()
                .table(column.table())
                .filter(table -> table.rules(ForeignKey.class)
                        .anyMatch(made -> made.columns().equals(key.columns())))
                .isPresent();
    }

    private static Found found(
            StatementContext statement, WrittenColumn column, Constraint constraint, ForeignKey key) {
        AlterTable explicit = new AlterTable(
                new SourceSpan(0, 0),
                "TABLE",
                Guard.NONE,
                Scope.WITH_CHILDREN,
                column.table(),
                List.of(),
                List.of(new AddConstraint(
                        new Constraint(constraint.span(), Optional.empty(), key, constraint.checking()), Guard.NONE)));
        return Found.at(
                        statement,
                        column.table() + "." + column.definition().name()
                                + " gets no foreign key: values that are not in "
                                + key.references().table() + " are accepted, and its rows can be deleted")
                .marking(constraint.span())
                .about(column.table())
                .because("MySQL before 9.0 reads REFERENCES at a column and does nothing with it, without a warning")
                .instead(List.of(statement.sql(explicit)));
    }
}
