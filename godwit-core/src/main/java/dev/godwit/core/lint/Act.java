package dev.godwit.core.lint;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * One action of an {@code ALTER TABLE} in its place.
 *
 * @param effects what the action does by itself
 */
public record Act<A extends AlterAction>(StatementContext context, AlterTable alter, A action, Effects effects) {
    /** Returns the table that the statement alters. */
    public QualifiedName table() {
        return alter.table();
    }

    /** Returns the heaviest work that it does on tables which were there before, while their writers wait. */
    public Work work() {
        return Burden.of(context, effects);
    }

    /** Tells whether that is the heaviest. */
    public boolean does(Work work) {
        return work() == work;
    }

    /** Returns the column, where it is about one. */
    public Optional<Column> column() {
        return action instanceof ColumnAction about
                ? context.before().table(table()).flatMap(known -> known.column(about.column()))
                : Optional.empty();
    }

    /** Says that the lock is held while the work is done. */
    public String lock() {
        return LockText.of(context, effects, table(), work());
    }

    /** Begins a finding about the table, whose size decides. */
    public Found found(String happens) {
        Found found = Found.at(context, happens).weighing(table());
        return switch (action) {
            case AddColumn add -> found.marking(add.definition().span());
            case AddConstraint add -> found.marking(add.constraint().span());
            case AlterAction other -> found;
        };
    }

    /** Writes the same statement with other actions. */
    public String sql(AlterAction... actions) {
        return context.sql(alter.with(List.of(actions)));
    }
}
