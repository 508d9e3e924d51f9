package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds checks that MySQL reads and does not make, or makes and does not apply. */
final class CheckNotEnforced implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "mysql-check-not-enforced", Category.COMPATIBILITY, "The CHECK refuses nothing")
            .on(MysqlRules.MYSQL);
    private static final int FIRST_RELEASE = 16;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AddConstraint.class, AddColumn.class, ModifyColumn.class, ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return checks(statement).flatMap(constraint -> found(statement, constraint).stream());
    }

    private static Stream<Constraint> checks(StatementContext statement) {
        Stream<Constraint> ofTable = switch (statement.statement()) {
            case CreateTable create -> create.constraints();
            case AlterTable alter ->
                Stream.concat(
                        alter.actions(AddConstraint.class).map(AddConstraint::constraint),
                        WrittenColumn.in(statement)
                                .flatMap(column -> column.definition()
                                        .attributes(Constrained.class)
                                        .map(Constrained::constraint)));
            case Statement other -> Stream.empty();
        };
        return ofTable.filter(constraint -> constraint.rule() instanceof Check);
    }

    private static Optional<Found> found(StatementContext statement, Constraint constraint) {
        boolean ignored =
                !statement.version().atLeast(8, 1) && statement.version().patch() < FIRST_RELEASE;
        boolean off = constraint.checking().enforced() == Constraint.Enforcement.NOT_ENFORCED;
        if (!ignored && !off) {
            return Optional.empty();
        }
        Found found = Found.at(statement, "rows that break the condition are accepted")
                .marking(constraint.span())
                .about(table(statement))
                .because(
                        ignored
                                ? "MySQL before 8.0.16 reads CHECK and does nothing with it"
                                : "NOT ENFORCED keeps the condition as a note only");
        return Optional.of(
                ignored
                        ? found
                        : found.instead(List.of("-- when all rows obey it, ALTER TABLE "
                                + statement.sql(table(statement)) + " ALTER CHECK … ENFORCED")));
    }

    private static QualifiedName table(StatementContext statement) {
        return statement.statement() instanceof AlterTable alter
                ? alter.table()
                : ((CreateTable) statement.statement()).name();
    }
}
