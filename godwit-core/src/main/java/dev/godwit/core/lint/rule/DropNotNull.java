package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that may be NULL from now on. */
final class DropNotNull implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.warn("drop-not-null", Category.COMPATIBILITY, "Readers that rely on NOT NULL can now meet NULL");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ColumnAction.DropNotNull.class, ColumnAction.ModifyColumn.class, ColumnAction.ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)
                || statement.isNew(alter.table())
                || statement.file().isDown()) {
            return Stream.empty();
        }
        return Stream.concat(
                        alter.actions(ColumnAction.DropNotNull.class).map(ColumnAction.DropNotNull::column),
                        Redefined.in(statement)
                                .filter(column -> column.admitsNull(statement))
                                .map(Redefined::column))
                .filter(column -> !Drops.isOfThisMigration(statement, column))
                .map(column -> Found.at(
                                statement,
                                alter.table() + "." + column
                                        + " can be NULL from now on, and the application that runs now does not expect"
                                        + " it")
                        .about(alter.table())
                        .because("the way back to NOT NULL needs a look at all rows, and fails where NULL has come in")
                        .instead(List.of("-- first a release that copes with NULL, then this")));
    }
}
