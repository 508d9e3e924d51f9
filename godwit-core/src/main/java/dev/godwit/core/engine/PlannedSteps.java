package dev.godwit.core.engine;

import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Runs.Manner;
import dev.godwit.core.execute.Direction;
import dev.godwit.core.execute.MigrationRunner.Start;
import dev.godwit.core.journal.PlanStore.Part;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.PlannedStep;
import dev.godwit.core.plan.Step;
import java.util.List;
import java.util.Optional;

/** Gives the steps of a migration, and keeps them before the first is run: whoever goes on does what was planned then. */
final class PlannedSteps {
    private final Project project;

    PlannedSteps(Project project) {
        this.project = project;
    }

    /** Returns the steps of EXPAND, of which there may be none; empty where the migration is run as written. */
    Optional<List<Step>> forward(Migration migration, Start from, Manner manner) {
        if (from == Start.LEFT_HALF_DONE && isBegun(migration)) {
            return kept(migration);
        }
        if (manner == Manner.AS_WRITTEN) {
            return Optional.empty();
        }
        MigrationPlan plan = new Plans(project, manner).one(migration);
        if (plan.isAsWritten()) {
            return Optional.empty();
        }
        List<Step> expand = steps(plan, Phase.EXPAND);
        Session session = project.session();
        project.write(() -> {
            project.plans().clear(session, migration.id());
            project.plans().write(session, migration, Part.EXPAND, expand);
            project.plans().write(session, migration, Part.CONTRACT, steps(plan, Phase.CONTRACT));
            project.journal().begin(session, migration.id(), Direction.UP.name());
        });
        return Optional.of(expand);
    }

    /** Returns the steps of EXPAND that a run has begun with; empty where none has, or where it is run as written. */
    Optional<List<Step>> kept(Migration migration) {
        Session session = project.session();
        if (!isBegun(migration) || !project.plans().has(session, migration.id())) {
            return Optional.empty();
        }
        if (!project.plans().isOf(session, migration)) {
            throw new InvalidMigrationException(
                    "cannot go on with migration \"" + migration.displayName() + "\": file \""
                            + migration.file()
                            + "\" was changed after a part of it had been done. Put back what stood there, or"
                            + " take it back with: godwit rollback");
        }
        return Optional.of(project.plans().read(session, migration.id(), Part.EXPAND));
    }

    private boolean isBegun(Migration migration) {
        return !project.journal()
                .read(project.session(), migration.id(), Direction.UP.name())
                .isEmpty();
    }

    private static List<Step> steps(MigrationPlan plan, Phase phase) {
        return plan.steps(phase).stream().map(PlannedStep::step).toList();
    }

    /** Returns the steps of CONTRACT. */
    List<Step> contract(Migration migration) {
        return project.plans().read(project.session(), migration.id(), Part.CONTRACT);
    }

    /** Returns the steps that take EXPAND back. */
    List<Step> back(Migration migration) {
        List<Step> steps = new UndoPlan(project).steps(migration);
        Session session = project.session();
        if (!project.plans().has(session, migration.id(), Part.UNDO)) {
            project.write(() -> {
                project.plans().write(session, migration, Part.UNDO, steps);
                project.journal().clear(session, migration.id());
                project.journal().begin(session, migration.id(), Direction.DOWN.name());
            });
        }
        return steps;
    }
}
