package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.Directives.Purpose;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops a column when the old application is gone. A NOT NULL column without a default is filled by a trigger until then, so that the new
 * application may leave it out and the old one still finds a value in every row.
 *
 * <pre>
 * written   ALTER TABLE t DROP COLUMN c
 * expand    CREATE TRIGGER …, which fills c, where the file says with what       lock: brief
 * contract  DROP TRIGGER …, ALTER TABLE t DROP COLUMN c                          lock: brief
 * </pre>
 */
final class DropColumnLater implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        return context.action(DropColumn.class)
                .filter(drop -> context.effects().refusal().isEmpty())
                .map(drop -> rewrite(context, drop.column()));
    }

    private static Rewrite rewrite(PlanContext context, Identifier column) {
        QualifiedName table = Tables.full(context, context.table());
        Optional<Filling> filling = context.values()
                .of(Purpose.DOWN, table.last().name(), column.name())
                .map(value -> new Filling(context, table, column, value, Filling.When.INSERT_OR_UPDATE));
        if (filling.isEmpty() && isDemanded(context, table, column)) {
            throw new CannotPlanException("cannot drop column \"" + column + "\" of " + table
                    + ": it is NOT NULL without a default, so that the new application cannot insert before it is gone, and the old one"
                    + " cannot work after that. Say what the old one shall find in new rows: -- godwit:down " + column
                    + " = <expression over the other columns>, or give the column a DEFAULT first");
        }
        List<Step> contract = new ArrayList<>();
        filling.ifPresent(fill -> contract.add(fill.end()));
        contract.add(new Step.Change("drop it", List.of(context.text()), new WayBack.None("the column is gone")));
        return new Rewrite(
                "the old application uses column " + column + " of " + table + ": it is dropped when that is gone"
                        + (filling.isPresent() ? ", and filled by a trigger until then" : ""),
                filling.map(Filling::begin).stream().<Step>map(step -> step).toList(),
                contract);
    }

    private static boolean isDemanded(PlanContext context, QualifiedName table, Identifier column) {
        return Tables.column(context, table, column)
                .filter(known -> known.nullability() != Column.Nullability.NULLABLE && !known.fillsItself())
                .isPresent();
    }
}
