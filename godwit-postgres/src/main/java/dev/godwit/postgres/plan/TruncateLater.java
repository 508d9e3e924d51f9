package dev.godwit.postgres.plan;

import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Truncate;
import java.util.List;
import java.util.Optional;

/**
 * Empties tables when the old application, which reads their rows, is gone.
 *
 * <pre>
 * written   TRUNCATE t
 * contract  TRUNCATE t       lock: brief
 * </pre>
 */
final class TruncateLater implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        if (!(context.statement() instanceof Truncate truncate)
                || context.effects().refusal().isPresent()) {
            return Optional.empty();
        }
        for (QualifiedName table : truncate.tables()) {
            if (context.later().stream().anyMatch(later -> fills(context, later, Tables.full(context, table)))) {
                throw new CannotPlanException("cannot empty table " + table
                        + " and fill it anew while it is in use: what reads it would find it empty meanwhile, and no row comes back."
                        + " Fill another table and rename it, or use DELETE and INSERT in one transaction");
            }
        }
        return Optional.of(new Rewrite(
                "the old application reads these rows, and none could be had back: the table is emptied when that is gone, with all rows"
                        + " that stand in it by then",
                List.of(),
                List.of(new Step.Change("empty it", List.of(context.text()), new WayBack.None("the rows are gone")))));
    }

    private static boolean fills(PlanContext context, Statement later, QualifiedName table) {
        return switch (later) {
            case Dml dml ->
                dml.target()
                        .filter(target -> Tables.full(context, target).equals(table))
                        .isPresent();
            case CopyFromStdin copy -> Tables.full(context, copy.table()).equals(table);
            case Statement other -> false;
        };
    }
}
