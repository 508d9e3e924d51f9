package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that the release of the application which runs now does not fill. */
final class OldNewAppWindow implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "old-new-app-window", Category.COMPATIBILITY, "The release that runs now cannot insert any more")
            .on("postgres");

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
                .filter(set -> isYoung(statement, alter, set.column()))
                .map(set -> Found.at(
                                statement,
                                "each INSERT of the release that runs now, which does not know " + set.column()
                                        + ", fails")
                        .about(alter.table())
                        .because("the same migration has added " + set.column()
                                + " without a default, and makes it NOT NULL")
                        .instead(List.of(
                                "ALTER TABLE " + statement.sql(alter.table()) + " ALTER COLUMN "
                                        + statement.sql(new QualifiedName(List.of(set.column()))) + " SET DEFAULT …;",
                                "-- or make it NOT NULL in a later migration, when no old release runs any more")));
    }

    private static boolean isYoung(StatementContext statement, AlterTable alter, Identifier column) {
        boolean added = statement.file().statements().stream()
                .filter(other -> other.index() <= statement.index())
                .filter(other -> other.statement() instanceof AlterTable earlier
                        && earlier.table().equals(alter.table()))
                .flatMap(other -> other.actions(ColumnAction.AddColumn.class))
                .anyMatch(add -> add.column().equals(column) && !FillsItself.of(statement, add.definition()));
        boolean fills = statement
                .after()
                .table(alter.table())
                .flatMap(table -> table.column(column))
                .filter(Column::fillsItself)
                .isPresent();
        return added && !fills;
    }
}
