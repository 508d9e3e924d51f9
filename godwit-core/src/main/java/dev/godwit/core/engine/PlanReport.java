package dev.godwit.core.engine;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.plan.MigrationPlan;
import java.util.List;

/**
 * What would be run.
 *
 * @param migrations in the order in which they would be run
 * @param begun those of which a run has done a part: they go on with the steps that were planned then
 * @param open migrations whose CONTRACT is still to come
 */
public record PlanReport(ServerVersion version, List<Planned> migrations, List<Migration> begun, List<Migration> open) {
    public PlanReport {
        migrations = List.copyOf(migrations);
        begun = List.copyOf(begun);
        open = List.copyOf(open);
    }

    /** One migration and its plan. */
    public record Planned(Migration migration, MigrationPlan plan) {}
}
