package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds NOT NULL columns whose default goes as soon as it has filled the rows. */
final class DropDefaultNotNullSameMigration implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
            "drop-default-not-null-same-migration",
            Category.COMPATIBILITY,
            "A NOT NULL column loses its default while the old application inserts");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ColumnAction.DropDefault.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        return alter.actions(ColumnAction.DropDefault.class)
                .filter(drop -> isAddedNotNull(statement, alter, drop.column()))
                .map(drop -> Found.at(
                                statement,
                                "each INSERT of the application that runs now, which does not know " + drop.column()
                                        + ", fails")
                        .about(alter.table())
                        .because("the default was given for the rows that are there, but the old release needs it as"
                                + " long as it inserts")
                        .instead(List.of(
                                "-- in a later migration, when no old release runs any more:",
                                statement.text() + ";")));
    }

    private static boolean isAddedNotNull(StatementContext statement, AlterTable alter, Identifier column) {
        return statement.file().statements().stream()
                .filter(other -> other.index() <= statement.index())
                .filter(other -> other.statement() instanceof AlterTable earlier
                        && earlier.table().equals(alter.table()))
                .flatMap(other -> other.actions(ColumnAction.AddColumn.class))
                .anyMatch(add -> add.column().equals(column) && add.definition().has(ConstraintRule.NotNull.class));
    }
}
