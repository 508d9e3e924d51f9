package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds ALTER TABLE statements that could be one. */
final class MergeAlterTable implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "merge-alter-table", Category.LOCK, "Several ALTERs of one table wait for its lock several times")
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        List<StatementContext> statements = file.statements();
        return IntStream.range(1, statements.size())
                .filter(i -> canBeOne(statements.get(i - 1), statements.get(i)))
                .mapToObj(i -> found(statements.get(i), statements.get(i - 1)));
    }

    private static boolean canBeOne(StatementContext first, StatementContext second) {
        return isBrief(first)
                && isBrief(second)
                && first.index() != second.index()
                && Drops.table(first).equals(Drops.table(second))
                && !isProofAndDrop(first, second);
    }

    private static boolean isBrief(StatementContext statement) {
        return statement.statement() instanceof AlterTable alter
                && alter.kind().equals("TABLE")
                && !statement.isNew(alter.table())
                && statement.effects().lock() == LockMode.BLOCKS_READS_AND_WRITES
                && alter.actions().stream()
                        .noneMatch(action -> action instanceof TableAction.RenameTable
                                || action instanceof ColumnAction.RenameColumn);
    }

    // Of one ALTER TABLE the drops are carried out first, so a check that proves NOT NULL must be dropped by a
    // statement of its own.
    private static boolean isProofAndDrop(StatementContext one, StatementContext other) {
        return one.actions(ColumnAction.SetNotNull.class).findAny().isPresent()
                && other.actions(ConstraintAction.DropConstraint.class)
                        .findAny()
                        .isPresent();
    }

    private static Found found(StatementContext statement, StatementContext other) {
        AlterTable first = (AlterTable) other.statement();
        AlterTable second = (AlterTable) statement.statement();
        AlterTable one = new AlterTable(
                first.span(),
                first.kind(),
                first.guard(),
                first.scope(),
                first.table(),
                first.modifiers(),
                Stream.concat(first.actions().stream(), second.actions().stream())
                        .toList());
        return Found.at(statement, "the lock on " + second.table() + " is waited for once more")
                .weighing(second.table())
                .because("one ALTER TABLE with both actions takes it once, and passes over the rows once where they"
                        + " must be read or written")
                .instead(List.of(statement.sql(one)));
    }
}
