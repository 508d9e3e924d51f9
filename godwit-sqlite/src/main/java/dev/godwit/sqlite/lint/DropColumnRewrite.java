package dev.godwit.sqlite.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.DropColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns whose going writes every row anew. */
final class DropColumnRewrite implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "sqlite-drop-column-rewrite",
                    Category.REWRITE,
                    "DROP COLUMN writes every row anew while all other writers wait")
            .on(SqliteRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof AlterTable alter
                        && alter.actions(DropColumn.class).findAny().isPresent()
                        && statement.effects().refusal().isEmpty()
                        && statement.effects().work().stream().anyMatch(work -> work.work() == Work.REWRITE)
                ? Stream.of(found(statement, alter))
                : Stream.empty();
    }

    private static Found found(StatementContext statement, AlterTable alter) {
        return Found.at(statement, LockText.of(statement, statement.effects(), alter.table(), Work.REWRITE))
                .weighing(alter.table())
                .because("the values are taken out of the rows, page by page, in one transaction; a file has one writer"
                        + " at a time")
                .instead(List.of(
                        "-- run it when little is written, with PRAGMA busy_timeout in the application longer than it"
                                + " takes;",
                        "-- or leave the column where it is and stop using it"));
    }
}
