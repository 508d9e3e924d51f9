package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.Step;
import dev.godwit.postgres.effect.TypeConversion;
import dev.godwit.postgres.plan.Shadow.Visibility;
import dev.godwit.sql.ColumnAction.ChangeType;
import dev.godwit.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes a column's type without writing all rows under a lock: a second column takes its place.
 *
 * <pre>
 * written   ALTER TABLE t ALTER COLUMN c TYPE x USING e
 * run       ALTER TABLE t ADD COLUMN n x, and a trigger that keeps both in step     lock: brief
 *           UPDATE t SET n = e, in batches
 *           indexes, constraints and foreign keys of others for n                  lock: none that blocks reads or writes
 *           c is renamed to o and n to c, with all that hangs on them               lock: brief
 *           the old column goes                                                    in CONTRACT
 * </pre>
 *
 * <p>The names change at the end of EXPAND where the old application does not notice the new type, else in CONTRACT.
 */
final class ChangeTypeViaShadow implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        return context.action(ChangeType.class)
                .filter(change -> context.effects().work().stream().anyMatch(work -> work.work() != Work.METADATA))
                .map(change -> rewrite(context, change));
    }

    private static Rewrite rewrite(PlanContext context, ChangeType change) {
        Table table = Refusals.table(context, change);
        Column column = table.column(change.column())
                .filter(known -> known.type().isPresent())
                .orElseThrow(() ->
                        Refusals.cannot(table.name(), change.column(), "the column is not known", "Look at its name"));
        Optional<Expression> computed =
                change.using().filter(using -> !TypeConversion.isCast(using, column.name(), context.before()));
        Shadow shadow = new Shadow(
                context,
                table,
                column,
                change,
                visibility(context, computed),
                change.using(),
                Refusals.down(context, table, column, change));
        Refusals.refuse(shadow);
        return switch (shadow.visibility()) {
            case EXPAND -> early(shadow);
            case CONTRACT -> late(shadow);
        };
    }

    private static Visibility visibility(PlanContext context, Optional<Expression> computed) {
        boolean noticed =
                context.effects().breaks().stream().anyMatch(breaks -> breaks.kind() == Breakage.Kind.TYPE_CHANGED);
        return noticed || computed.isPresent() ? Visibility.CONTRACT : Visibility.EXPAND;
    }

    private static Part parts(Shadow shadow) {
        List<Part> parts = new ArrayList<>();
        new NotNullClone(shadow).part().ifPresent(parts::add);
        new ColumnValues(shadow).parts().forEach(parts::add);
        new IndexClones(shadow).parts().forEach(parts::add);
        ConstraintClones constraints = new ConstraintClones(shadow);
        constraints.parts().forEach(parts::add);
        constraints.statistics().forEach(parts::add);
        new IncomingKeys(shadow).parts().forEach(parts::add);
        parts.add(new Part(List.of(), List.of(), List.of(), List.of(), IndexClones.marks(shadow)));
        return parts.stream().reduce(Part::and).orElseThrow();
    }

    private static Rewrite early(Shadow shadow) {
        SyncTrigger sync = new SyncTrigger(shadow);
        ShadowColumn column = new ShadowColumn(shadow, sync);
        Part parts = parts(shadow);
        Swap swap = new Swap(shadow, sync, parts);
        List<Step> expand = new ArrayList<>(column.steps());
        expand.addAll(parts.before());
        expand.addAll(parts.moving());
        expand.add(swap.swap());
        expand.addAll(new ColumnValues(shadow).wider());
        expand.addAll(swap.settle());
        return new Rewrite(why(shadow, column), expand, swap.clear());
    }

    private static Rewrite late(Shadow shadow) {
        refuseLaterUse(shadow);
        SyncTrigger sync = new SyncTrigger(shadow);
        ShadowColumn column = new ShadowColumn(shadow, sync);
        Part parts = parts(shadow);
        Swap swap = new Swap(shadow, sync, parts);
        List<Step> expand = new ArrayList<>(column.steps());
        expand.addAll(parts.before());
        expand.add(swap.analyze());
        List<Step> contract = new ArrayList<>(parts.moving());
        contract.add(swap.swapForGood());
        contract.addAll(new ColumnValues(shadow).wider());
        contract.addAll(swap.clear());
        return new Rewrite(why(shadow, column), expand, contract);
    }

    // It would hang on the column that goes.
    private static void refuseLaterUse(Shadow shadow) {
        PlanContext context = shadow.context();
        context.later().stream()
                .map(later -> context.text(later.span()))
                .filter(text -> {
                    Expression words = context.sql().expression(text);
                    return words.mentions(shadow.name().last()) && words.mentions(shadow.own());
                })
                .findFirst()
                .ifPresent(text -> {
                    throw Refusals.cannot(
                            shadow.name(),
                            shadow.own(),
                            "it has its new type only after CONTRACT, and the file goes on with " + text,
                            "Move that to a migration of its own, and contract before it");
                });
    }

    private static String why(Shadow shadow, ShadowColumn column) {
        var why = new StringBuilder("changing the type would write or read all rows of " + shadow.name()
                + " while every read and write waits: a second column takes the place of " + shadow.own()
                + ", and so comes last in the table");
        if (shadow.visibility() == Visibility.CONTRACT) {
            why.append(". The old application would notice the new type: ")
                    .append(shadow.own())
                    .append(" keeps the old one until godwit contract, and the new application finds the new one as ")
                    .append(shadow.fresh());
        }
        column.note().ifPresent(note -> why.append("; ").append(note));
        boolean published = shadow.catalog().publications().stream()
                .anyMatch(publication -> !publication.scope().isEmpty()
                        || publication.tables().stream()
                                .anyMatch(member ->
                                        shadow.catalog().resolve(member.table()).equals(shadow.name())));
        if (published) {
            why.append("; the table is published: subscribers need a column ")
                    .append(shadow.fresh())
                    .append(" first");
        }
        return why.toString();
    }
}
