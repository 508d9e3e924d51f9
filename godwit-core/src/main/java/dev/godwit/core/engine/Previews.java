package dev.godwit.core.engine;

import dev.godwit.core.engine.PlanReport.Planned;
import dev.godwit.core.engine.RunReport.PlannedUnit;
import dev.godwit.core.engine.RunReport.Ran;
import dev.godwit.core.engine.RunReport.TransactionUse;
import dev.godwit.core.engine.Runs.Manner;
import dev.godwit.core.execute.Direction;
import dev.godwit.core.execute.MigrationRunner;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.PlannedStep;
import dev.godwit.core.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a run would send. */
final class Previews {
    private final Project project;
    private final MigrationRunner runner;
    private final Direction direction;
    private final Manner manner;
    private final Set<MigrationId> begun;

    Previews(Project project, MigrationRunner runner, Direction direction, Manner manner) {
        this.project = project;
        this.runner = runner;
        this.direction = direction;
        this.manner = manner;
        this.begun = project.unfinished().keySet();
    }

    List<Ran> of(List<Migration> migrations) {
        Map<MigrationId, MigrationPlan> plans = plans(migrations);
        return migrations.stream()
                .map(migration -> new Ran(
                        migration,
                        Duration.ZERO,
                        steps(migration, Optional.ofNullable(plans.get(migration.id())))
                                .map(Previews::units)
                                .orElseGet(() -> units(migration))))
                .toList();
    }

    private Map<MigrationId, MigrationPlan> plans(List<Migration> migrations) {
        if (direction != Direction.UP || manner == Manner.AS_WRITTEN) {
            return Map.of();
        }
        Plans plans = new Plans(project, manner);
        return plans.all(plans.untouched(migrations)).stream()
                .collect(Collectors.toMap(planned -> planned.migration().id(), Planned::plan));
    }

    // Empty where it is the file that is run.
    private Optional<List<Step>> steps(Migration migration, Optional<MigrationPlan> plan) {
        PlannedSteps planned = new PlannedSteps(project);
        return switch (direction) {
            case UP ->
                plan.isPresent()
                        ? plan.filter(made -> !made.isAsWritten()).map(Previews::expand)
                        : Optional.of(migration)
                                .filter(left -> begun.contains(left.id()))
                                .flatMap(planned::kept);
            case CONTRACT -> Optional.of(planned.contract(migration));
            case DOWN -> {
                UndoPlan undo = new UndoPlan(project);
                yield undo.isFor(migration) ? Optional.of(undo.steps(migration)) : Optional.empty();
            }
        };
    }

    private static List<Step> expand(MigrationPlan plan) {
        return plan.steps(Phase.EXPAND).stream().map(PlannedStep::step).toList();
    }

    private static List<PlannedUnit> units(List<Step> steps) {
        return steps.stream()
                .map(step -> new PlannedUnit(
                        step instanceof Step.Change ? TransactionUse.ONE_TRANSACTION : TransactionUse.NO_TRANSACTION,
                        step.statements()))
                .toList();
    }

    private List<PlannedUnit> units(Migration migration) {
        return runner.preview(migration, direction).stream()
                .map(unit -> new PlannedUnit(
                        unit.oneTransaction() ? TransactionUse.ONE_TRANSACTION : TransactionUse.NO_TRANSACTION,
                        unit.statements()))
                .toList();
    }
}
