package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops an index when the old application, whose queries may need it, is gone. Until then it only has another name, so that the way back is
 * quick and exact, and that the file can make another index under the old one.
 *
 * <pre>
 * written   DROP INDEX i
 * expand    ALTER INDEX i RENAME TO g             lock: blocks no reads or writes
 * contract  DROP INDEX CONCURRENTLY g             lock: blocks no reads or writes
 * </pre>
 */
final class DropIndexLater implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        if (!(context.statement() instanceof DropIndex drop)
                || context.effects().refusal().isPresent()
                || drop.behavior() == Behavior.CASCADE) {
            return Optional.empty();
        }
        List<Step> expand = new ArrayList<>();
        List<Step> contract = new ArrayList<>();
        for (QualifiedName index : drop.names()) {
            add(context, drop, index, expand, contract);
        }
        return Optional.of(new Rewrite(
                "queries of the old application may need the index: it is renamed, and dropped with CONCURRENTLY when that is gone",
                expand,
                contract));
    }

    private static void add(
            PlanContext context, DropIndex drop, QualifiedName index, List<Step> expand, List<Step> contract) {
        SqlText sql = context.sql();
        QualifiedName full = Tables.full(context, index);
        Identifier away = HelperNames.of("dropped", full, index.last().name());
        QualifiedName renamed = Tables.beside(index, away);
        String guard = drop.guard() == Guard.IF_EXISTS ? "IF EXISTS " : "";
        expand.add(new Step.Change(
                "free its name",
                List.of(sql.sql("ALTER INDEX " + guard + "{} RENAME TO {}", index, away)),
                WayBack.by(sql.sql("ALTER INDEX IF EXISTS {} RENAME TO {}", renamed, index.last()))));
        boolean partitioned =
                context.before().tableOfIndex(full).flatMap(Table::partitioning).isPresent();
        WayBack none = new WayBack.None("the index is gone");
        if (partitioned && drop.concurrency() == Concurrency.PLAIN) {
            contract.add(new Step.Change("drop it", List.of(sql.sql("DROP INDEX IF EXISTS {}", renamed)), none));
        } else {
            contract.add(new Step.Online(
                    "drop it while others work", sql.sql("DROP INDEX CONCURRENTLY IF EXISTS {}", renamed), none));
        }
    }
}
