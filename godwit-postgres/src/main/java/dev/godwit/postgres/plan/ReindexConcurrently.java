package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.Reindex;
import java.util.List;
import java.util.Optional;

/**
 * Builds indexes anew while others write.
 *
 * <pre>
 * written   REINDEX TABLE t
 * run       REINDEX TABLE CONCURRENTLY t        lock: blocks no reads or writes
 * </pre>
 */
final class ReindexConcurrently implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        // Those of the system catalogs cannot be built so (manual, REINDEX).
        if (!(context.statement() instanceof Reindex reindex)
                || reindex.concurrency() == Concurrency.CONCURRENTLY
                || reindex.target().equals("SYSTEM")
                || isExclusion(context, reindex)) {
            return Optional.empty();
        }
        Reindex concurrent = new Reindex(
                reindex.span(), Concurrency.CONCURRENTLY, reindex.target(), reindex.name(), reindex.options());
        return Optional.of(new Rewrite(
                "writers, and readers who plan a query, would wait while the index is built: CONCURRENTLY lets them work",
                List.of(new Step.Online(
                        "build it anew while others work",
                        context.sql().print(context.source(), concurrent),
                        WayBack.nothing())),
                List.of()));
    }

    // Refused for an index of an exclusion constraint, and such are passed over in a table (manual, REINDEX).
    private static boolean isExclusion(PlanContext context, Reindex reindex) {
        Optional<QualifiedName> named = reindex.name().map(name -> Tables.full(context, name));
        return switch (reindex.target()) {
            case "INDEX" ->
                named.flatMap(context.before()::tableOfIndex)
                        .flatMap(table -> table.constraint(named.get().last()))
                        .filter(constraint -> constraint.rule() instanceof Exclude)
                        .isPresent();
            case "TABLE" ->
                named.flatMap(context::known)
                        .filter(ReindexConcurrently::hasExclusion)
                        .isPresent();
            default -> false;
        };
    }

    private static boolean hasExclusion(Table table) {
        return table.rules(Exclude.class).findAny().isPresent();
    }
}
