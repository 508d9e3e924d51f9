package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import java.util.stream.Stream;

/** Finds constraints and indexes without a name. */
final class UnnamedConstraintOrIndex implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.info("unnamed-constraint-or-index", Category.STYLE, "The server chooses the name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateIndex index when index.name().isEmpty() -> Stream.of(found(statement, "the index"));
            case AlterTable alter ->
                alter.actions(ConstraintAction.AddConstraint.class)
                        .map(ConstraintAction.AddConstraint::constraint)
                        .filter(constraint -> constraint.name().isEmpty())
                        .map(constraint -> found(statement, "the constraint").marking(constraint.span()));
            case Statement other -> Stream.empty();
        };
    }

    private static Found found(StatementContext statement, String what) {
        return Found.at(
                        statement,
                        what + " can have another name in each database, so a later migration cannot be sure of it")
                .because("the name that a server chooses depends on the names that are taken");
    }
}
