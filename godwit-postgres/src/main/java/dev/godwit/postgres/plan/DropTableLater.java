package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops tables when the old application is gone, renamed before, so that what still uses one fails while its rows are there. Foreign keys are
 * dropped one by one, since each locks the table that it refers to.
 *
 * <pre>
 * written   DROP TABLE t
 * contract  ALTER TABLE t DROP CONSTRAINT …        lock: brief, on both tables
 *           ALTER TABLE t RENAME TO g              lock: brief
 *           DROP TABLE g                           lock: on what nobody uses
 * </pre>
 */
final class DropTableLater implements Recipe {
    private static final WayBack GONE = new WayBack.None("the table is gone");

    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        if (!(context.statement() instanceof DropObject drop)
                || !drop.kind().equals("TABLE")
                || context.effects().refusal().isPresent()) {
            return Optional.empty();
        }
        List<Step> contract = new ArrayList<>();
        for (QualifiedName table : drop.objects()) {
            refuseMadeAnew(context, drop, table);
            contract.addAll(keys(context, drop, Tables.full(context, table)));
            contract.add(new Step.Change(
                    "take its name",
                    List.of(context.sql().sql("ALTER TABLE IF EXISTS {} RENAME TO {}", table, away(context, table))),
                    GONE));
        }
        List<QualifiedName> renamed = drop.objects().stream()
                .map(table -> Tables.beside(table, away(context, table)))
                .toList();
        contract.add(new Step.Change("drop it", List.of(drop(context.sql(), drop, renamed)), GONE));
        return Optional.of(new Rewrite(
                "the old application uses the table: it is dropped when that is gone", List.of(), contract));
    }

    private static void refuseMadeAnew(PlanContext context, DropObject drop, QualifiedName table) {
        if (Drops.isMadeAgain(context, drop.kind(), table)) {
            throw new CannotPlanException("cannot drop table " + table
                    + " and make another under its name: both applications would have to see their own."
                    + " Give the new one another name, or change the table that is there");
        }
    }

    private static Identifier away(PlanContext context, QualifiedName table) {
        return HelperNames.of(
                "dropped", Tables.full(context, table), table.last().name());
    }

    private static List<Step> keys(PlanContext context, DropObject drop, QualifiedName table) {
        List<Step> steps = new ArrayList<>();
        context.known(table)
                .filter(known -> known.partitionOf().isEmpty())
                .ifPresent(known -> foreignKeys(known).stream()
                        .filter(key -> !refersTo(context, key, table))
                        .forEach(key -> steps.add(dropKey(context.sql(), table, key))));
        if (drop.behavior() == Behavior.CASCADE) {
            context.before()
                    .referencing(table)
                    .filter(from ->
                            !from.name().equals(table) && from.partitionOf().isEmpty())
                    .forEach(from -> foreignKeys(from).stream()
                            .filter(key -> refersTo(context, key, table))
                            .forEach(key -> steps.add(dropKey(context.sql(), from.name(), key))));
        }
        return steps;
    }

    private static List<TableConstraint> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ForeignKey
                        && constraint.name().isPresent())
                .toList();
    }

    private static boolean refersTo(PlanContext context, TableConstraint key, QualifiedName table) {
        return Tables.full(context, ((ForeignKey) key.rule()).references().table())
                .equals(table);
    }

    private static Step dropKey(SqlText sql, QualifiedName table, TableConstraint key) {
        return new Step.Change(
                "let go of what it refers to",
                List.of(sql.sql(
                        "ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}",
                        table,
                        key.name().orElseThrow())),
                new WayBack.None("the foreign key is gone"));
    }

    private static String drop(SqlText sql, DropObject drop, List<QualifiedName> tables) {
        return "DROP TABLE IF EXISTS "
                + String.join(", ", tables.stream().map(sql::name).toList())
                + (drop.behavior() == Behavior.CASCADE ? " CASCADE" : "");
    }
}
