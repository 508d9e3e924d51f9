package dev.godwit.postgres.plan;

import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.QualifiedName;
import java.util.Optional;

/**
 * Adds a column whose value differs from row to row, or that is not allowed to be empty, or that must obey rules, without writing or reading
 * all rows under a lock.
 *
 * <pre>
 * written   ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid() NOT NULL UNIQUE
 * expand    ALTER TABLE t ADD COLUMN c uuid, ALTER COLUMN c SET DEFAULT …, CREATE TRIGGER …     lock: brief
 *           UPDATE t SET c = … WHERE c IS NULL, in batches
 *           NOT NULL by a validated check, UNIQUE by an index built CONCURRENTLY, CHECK and REFERENCES by VALIDATE
 * contract  DROP TRIGGER, where there is no default: until then it fills what the old application inserts
 * </pre>
 */
final class AddColumnInSteps implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        return context.action(AddColumn.class)
                .filter(add -> context.effects().refusal().isEmpty() || isEmptyOtherwise(context, add))
                .map(add -> new AddedColumn(context, add.definition()).rewrite());
    }

    // The model refuses what would fail on the rows that are there, which is what a value to fill in is for.
    private static boolean isEmptyOtherwise(PlanContext context, AddColumn add) {
        QualifiedName table = Tables.full(context, context.table());
        return context.known(table).isPresent()
                && Tables.column(context, table, add.column()).isEmpty();
    }
}
