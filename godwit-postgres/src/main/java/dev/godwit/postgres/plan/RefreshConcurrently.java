package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.View;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Maintenance;
import java.util.List;
import java.util.Optional;

/**
 * Refreshes a materialized view while others read it.
 *
 * <pre>
 * written   REFRESH MATERIALIZED VIEW v
 * run       REFRESH MATERIALIZED VIEW CONCURRENTLY v      lock: blocks no reads
 * </pre>
 */
final class RefreshConcurrently implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        if (!(context.statement() instanceof Maintenance refresh)
                || !refresh.verb().equals("REFRESH MATERIALIZED VIEW")
                || refresh.options().contains("CONCURRENTLY")
                || refresh.options().contains("WITH NO DATA")) {
            return Optional.empty();
        }
        QualifiedName name = refresh.names().getFirst();
        return context.before().view(name).map(view -> rewrite(context, name, view));
    }

    private static Rewrite rewrite(PlanContext context, QualifiedName name, View view) {
        if (view.indexes().stream().noneMatch(RefreshConcurrently::isKey)) {
            throw new CannotPlanException("cannot refresh " + name
                    + " without a stop: its readers wait while it is filled, unless it has a unique index on columns, without a condition."
                    + " Make one: CREATE UNIQUE INDEX ON " + context.sql().name(name) + " (…)");
        }
        return new Rewrite(
                "readers of " + name + " would wait while it is filled: CONCURRENTLY lets them read",
                List.of(new Step.Change(
                        "fill it while others read",
                        List.of(context.sql().sql("REFRESH MATERIALIZED VIEW CONCURRENTLY {}", name)),
                        WayBack.nothing())),
                List.of());
    }

    // Manual, REFRESH MATERIALIZED VIEW.
    private static boolean isKey(Index index) {
        return index.isUnique()
                && index.where().isEmpty()
                && index.validity() == Index.Validity.VALID
                && index.elements().stream()
                        .allMatch(element -> element.column().isPresent());
    }
}
