package dev.godwit.core.lint;

import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import java.util.List;
import java.util.stream.Stream;

/** Finds the actions of {@code ALTER TABLE} statements and what each does by itself. */
public final class Actions {
    private final EffectModel model;

    /** Asks that model what each does. */
    public Actions(EffectModel model) {
        this.model = model;
    }

    /** Returns the actions of one kind on tables that were there before this migration. */
    public <A extends AlterAction> Stream<Act<A>> of(StatementContext context, Class<A> kind) {
        if (!(context.statement() instanceof AlterTable alter)
                || alter.actions().stream().noneMatch(kind::isInstance)
                || context.isNew(alter.table())) {
            return Stream.empty();
        }
        return alter.actions(kind).map(action -> new Act<>(context, alter, action, alone(context, alter, action)));
    }

    /** Returns the constraints of one kind that are added to tables that were there before. */
    public Stream<Act<AddConstraint>> constraints(StatementContext context, Class<? extends ConstraintRule> kind) {
        return of(context, AddConstraint.class)
                .filter(add -> kind.isInstance(add.action().constraint().rule()));
    }

    /** Returns what the statement would do if it were only that action. */
    public Effects alone(StatementContext context, AlterTable alter, AlterAction action) {
        return alter.actions().size() == 1
                ? context.effects()
                : model.of(alter.with(List.of(action)), context.before(), context.version());
    }
}
