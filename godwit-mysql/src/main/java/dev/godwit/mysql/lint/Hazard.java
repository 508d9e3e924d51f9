package dev.godwit.mysql.lint;

import dev.godwit.core.effect.TableWork;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.LockText;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.AlterReading;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction.AddIndex;
import dev.godwit.sql.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * One reason for which a statement copies a table or keeps its writers waiting.
 *
 * @param alter the statement, or what it stands for
 * @param action the action that is the reason; empty where it is what the actions are together, or how they are asked for
 * @param reading of that action, or of all
 * @param work what the statement does
 */
record Hazard(
        StatementContext context,
        Cause cause,
        AlterTable alter,
        Optional<AlterAction> action,
        AlterReading reading,
        TableWork work) {
    /** Begins a finding about the table, whose size decides. */
    Found found() {
        Found found = Found.at(context, LockText.of(context, work)).weighing(alter.table());
        return mark().map(found::marking).orElse(found);
    }

    private Optional<SourceSpan> mark() {
        return action.filter(one -> context.statement() instanceof AlterTable).flatMap(one -> switch (one) {
            case ColumnAction.AddColumn add -> Optional.of(add.definition().span());
            case ColumnAction.ModifyColumn modify ->
                Optional.of(modify.definition().span());
            case ColumnAction.ChangeColumn change ->
                Optional.of(change.definition().span());
            case AddConstraint add -> Optional.of(add.constraint().span());
            case AddIndex add -> Optional.of(add.index().span());
            case AlterAction other -> Optional.empty();
        });
    }

    /** Returns the name of the column that the action is about; a phrase where it is about none. */
    String column() {
        return action.filter(ColumnAction.class::isInstance)
                .map(ColumnAction.class::cast)
                .map(ColumnAction::column)
                .map(Identifier::toString)
                .orElse("the table");
    }

    /** Says that writers wait, or how it is where they do not. */
    String lets() {
        return OnlineWays.letsWrite(work)
                ? "others can write meanwhile, but it needs room for a second table, and replicas fall behind by as long as it"
                        + " takes"
                : "no ALGORITHM or LOCK lets others write meanwhile, and replicas fall behind by as long as it takes";
    }

    /** Writes the same statement with other actions. */
    String sql(AlterAction... actions) {
        return context.sql(alter.with(List.of(actions)));
    }
}
