package dev.godwit.core.engine;

import dev.godwit.core.engine.RunReport.PlannedUnit;
import dev.godwit.core.engine.RunReport.Ran;
import dev.godwit.core.engine.RunReport.TransactionUse;
import dev.godwit.core.execute.Direction;
import dev.godwit.core.history.Reconciliation;
import dev.godwit.core.journal.PlanStore.Part;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Chooses whose CONTRACT is run. */
final class Contracts {
    private Contracts() {}

    static List<Migration> choose(Optional<MigrationId> only, Project project, Reconciliation reconciliation) {
        List<Migration> open = new Plans(project).open(reconciliation);
        if (only.isEmpty()) {
            return open;
        }
        List<Migration> chosen = open.stream()
                .filter(migration -> migration.id().equals(only.get()))
                .toList();
        if (chosen.isEmpty()) {
            throw new InvalidMigrationException("cannot contract migration \"" + only.get()
                    + "\": it does not wait for that. See which do with: godwit status");
        }
        return chosen;
    }

    static RunReport preview(Project project, List<Migration> open, RunMode mode, int applied) {
        List<Ran> ran = open.stream()
                .map(migration -> new Ran(
                        migration,
                        Duration.ZERO,
                        project.plans().read(project.session(), migration.id(), Part.CONTRACT).stream()
                                .map(Contracts::unit)
                                .toList()))
                .toList();
        return new RunReport(Direction.CONTRACT, mode, ran, applied, Duration.ZERO, Optional.empty());
    }

    private static PlannedUnit unit(Step step) {
        return new PlannedUnit(
                step instanceof Step.Change ? TransactionUse.ONE_TRANSACTION : TransactionUse.NO_TRANSACTION,
                step.statements());
    }
}
