package dev.godwit.core.engine;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.engine.PlanReport.Planned;
import dev.godwit.core.engine.Runs.Manner;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.history.Reconciliation;
import dev.godwit.core.journal.PlanStore.Part;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.PlanProduct;
import dev.godwit.core.plan.Planner;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans what is pending on a project. */
final class Plans {
    private final Project project;
    private final PlanProduct product;

    Plans(Project project, Manner manner) {
        this.project = project;
        PlanProduct all = project.engine().planProduct(project.version());
        this.product = switch (manner) {
            case PLANNED -> all;
            case AS_WRITTEN -> all.withoutRecipes();
        };
    }

    /** Returns how migrations are run: a database that has none yet has no application either, which a plan would spare. */
    static Manner manner(Project project, Reconciliation before) {
        return before.applied() > 0 && !project.engine().recipes().isEmpty() ? Manner.PLANNED : Manner.AS_WRITTEN;
    }

    /** Returns those of which no run has done a part by a plan: what such a one is to do is settled. */
    List<Migration> untouched(List<Migration> pending) {
        Set<MigrationId> begun = project.unfinished().keySet();
        PlannedSteps planned = new PlannedSteps(project);
        return pending.stream()
                .filter(migration -> !begun.contains(migration.id())
                        || planned.kept(migration).isEmpty())
                .toList();
    }

    /** Returns the plan of each migration, as each finds the schema that those before it leave. */
    List<Planned> all(List<Migration> pending) {
        Catalog catalog = live();
        List<Planned> planned = new ArrayList<>();
        for (Migration migration : pending) {
            Planner.Result result = Planner.plan(product, migration.up().read(), catalog);
            planned.add(new Planned(migration, result.plan()));
            catalog = result.after();
        }
        return planned;
    }

    /**
     * Returns the plan of one, by the schema as it is now.
     *
     * @throws CannotPlanException if it needs what an earlier migration's CONTRACT is still to remove
     */
    MigrationPlan one(Migration migration) {
        MigrationPlan plan =
                Planner.plan(product, migration.up().read(), live()).plan();
        refuseOpenTables(migration, plan);
        return plan;
    }

    Catalog live() {
        return project.engine().catalogReader().read(project.session());
    }

    private void refuseOpenTables(Migration migration, MigrationPlan plan) {
        if (project.plans().having(project.session(), Part.CONTRACT).isEmpty()) {
            return;
        }
        Set<String> tables = new HashSet<>();
        plan.steps(Phase.EXPAND).stream()
                .flatMap(step -> step.locks().stream())
                .forEach(lock -> tables.add(lock.table().last().name()));
        Dialect dialect = project.engine().dialect();
        Optional<MigrationId> open = project.plans().openContractOn(project.session(), migration.id(), sql -> {
            for (Statement statement : dialect.split(sql, sql.whole()).statements()) {
                if (dialect.names(sql, statement).stream().anyMatch(tables::contains)) {
                    return true;
                }
            }
            return false;
        });
        if (open.isPresent()) {
            throw new CannotPlanException("cannot run migration \"" + migration.displayName()
                    + "\": it changes a table on which the CONTRACT of migration \"" + open.get()
                    + "\" is still to come. When the old application is gone: godwit contract " + open.get());
        }
    }

    /** Returns the migrations whose CONTRACT is still to come, oldest first. */
    static List<Migration> open(Reconciliation reconciliation) {
        return reconciliation.statuses().stream()
                .filter(status -> status.state() == MigrationStatus.State.EXPANDED)
                .flatMap(status -> status.migration().stream())
                .toList();
    }
}
