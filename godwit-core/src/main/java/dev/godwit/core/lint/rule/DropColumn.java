package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that are dropped. */
final class DropColumn implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "drop-column",
            Category.DATA_LOSS,
            "A dropped column takes its values and the application's queries with it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ColumnAction.DropColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Drops.columns(statement)
                .filter(drop -> !Drops.isOfThisMigration(statement, drop.column()))
                .map(drop -> found(statement, Drops.table(statement), drop.column()));
    }

    private static Found found(StatementContext statement, QualifiedName table, Identifier column) {
        return Found.at(
                        statement,
                        LockText.of(statement, statement.effects(), table) + "; the values of " + column
                                + " are gone, and each query that names it fails")
                .about(table)
                .because("the application that runs now may still read or write " + column
                        + ", as may SELECT * in prepared statements")
                .instead(List.of(
                        "-- first a release of the application that does not use " + column
                                + ", then, in a migration of its own:",
                        statement.text() + ";"));
    }
}
