package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds constraints that are dropped. */
final class DropConstraint implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.warn("drop-constraint", Category.COMPATIBILITY, "What the constraint kept out can come in");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ConstraintAction.DropConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)
                || statement.isNew(alter.table())
                || statement.file().isDown()) {
            return Stream.empty();
        }
        return alter.actions(ConstraintAction.DropConstraint.class)
                .filter(drop -> drop.kind() != ConstraintAction.DropConstraint.Kind.PRIMARY_KEY)
                .filter(drop -> drop.name()
                        .filter(name -> isNoLoss(statement, alter, name))
                        .isEmpty())
                .map(drop -> found(
                        statement, alter, drop.name().map(Identifier::name).orElse("the constraint")));
    }

    // What this file added, what it puts in its place, and a check whose NOT NULL is there by now: nothing is let in.
    private static boolean isNoLoss(StatementContext statement, AlterTable alter, Identifier name) {
        return addedInFile(statement, alter, name)
                || isLeftOver(statement, alter, name)
                || isPutBack(statement, alter, name)
                || statement
                        .after()
                        .table(alter.table())
                        .filter(table -> table.constraint(name).isPresent())
                        .isPresent()
                || statement
                        .before()
                        .table(alter.table())
                        .filter(table -> isPrimaryKey(table, name) || isStoodInFor(table, name))
                        .isPresent();
    }

    private static boolean isPutBack(StatementContext statement, AlterTable alter, Identifier name) {
        return statement.file().statements().stream()
                .filter(other -> other.index() > statement.index())
                .filter(other -> other.statement() instanceof AlterTable later
                        && later.table().equals(alter.table()))
                .flatMap(other -> other.actions(ConstraintAction.AddConstraint.class))
                .anyMatch(add -> add.constraint().name().filter(name::equals).isPresent());
    }

    // A constraint that is not known, dropped behind SET NOT NULL, is the check that proved it.
    private static boolean isLeftOver(StatementContext statement, AlterTable alter, Identifier name) {
        boolean known = statement
                .before()
                .table(alter.table())
                .flatMap(table -> table.constraint(name))
                .isPresent();
        return !known
                && statement.file().statements().stream()
                        .filter(other -> other.index() < statement.index())
                        .filter(other -> other.statement() instanceof AlterTable earlier
                                && earlier.table().equals(alter.table()))
                        .anyMatch(other -> other.actions(ColumnAction.SetNotNull.class)
                                .findAny()
                                .isPresent());
    }

    private static boolean isPrimaryKey(Table table, Identifier name) {
        return table.constraint(name)
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.PrimaryKey)
                .isPresent();
    }

    private static boolean isStoodInFor(Table table, Identifier name) {
        return table.constraint(name)
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.Check check
                        && table.columns().stream()
                                .anyMatch(column -> column.nullability() == Column.Nullability.NOT_NULL
                                        && isOnlyNotNull(check, column.name())))
                .isPresent();
    }

    private static boolean isOnlyNotNull(ConstraintRule.Check check, Identifier column) {
        List<Lexeme> tokens = check.condition().tokens().stream()
                .filter(token -> !token.isSymbol("(") && !token.isSymbol(")"))
                .toList();
        return tokens.size() == 4
                && tokens.getFirst().text().equals(column.name())
                && check.condition().has("IS", "NOT", "NULL");
    }

    private static boolean addedInFile(StatementContext statement, AlterTable alter, Identifier name) {
        return statement.file().statements().stream()
                .filter(other -> other.index() <= statement.index())
                .filter(other -> other.statement() instanceof AlterTable earlier
                        && earlier.table().equals(alter.table()))
                .flatMap(other -> other.actions(ConstraintAction.AddConstraint.class))
                .anyMatch(add -> add.constraint().name().filter(name::equals).isPresent());
    }

    private static Found found(StatementContext statement, AlterTable alter, String name) {
        return Found.at(statement, "rows that " + name + " kept out of " + alter.table() + " are let in from now on")
                .about(alter.table())
                .because("the application that runs now may rely on it, and the way back must look at all rows and"
                        + " fails on the first bad one")
                .instead(List.of(
                        Products.isMysqlFamily(statement)
                                ? "-- add the constraint that takes its place first; then drop this one"
                                : "-- add the constraint that takes its place first, as NOT VALID, and validate it; then"
                                        + " drop this one"));
    }
}
