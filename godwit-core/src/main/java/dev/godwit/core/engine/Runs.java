package dev.godwit.core.engine;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.engine.RunReport.Ran;
import dev.godwit.core.execute.Completion;
import dev.godwit.core.execute.Direction;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.ExecutionParts;
import dev.godwit.core.execute.MigrationRunner;
import dev.godwit.core.execute.MigrationRunner.Start;
import dev.godwit.core.execute.RunContext;
import dev.godwit.core.execute.RunnerLock;
import dev.godwit.core.execute.RunnerLockWait;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.execute.StoppedException;
import dev.godwit.core.execute.WorkSession;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.Problem;
import dev.godwit.core.plan.Step;
import dev.godwit.sql.GodwitException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Runs lists of migrations on one project. */
final class Runs {
    private final Project project;
    private final GodwitSettings settings;
    private final ProjectOpener opener;
    private final EventListener listener;
    private final StopSignal stop;
    private final Clock clock;
    private final Completions completions;

    Runs(
            Project project,
            GodwitSettings settings,
            ProjectOpener opener,
            EventListener listener,
            StopSignal stop,
            Clock clock) {
        this.project = project;
        this.settings = settings;
        this.opener = opener;
        this.listener = listener;
        this.stop = stop;
        this.clock = clock;
        this.completions = new Completions(project);
    }

    /** Does the work while no other runner does any. */
    <T> T locked(Supplier<T> work) {
        if (project.engine().isReadOnly(project.session())) {
            throw new DatabaseException(
                    SqlErrorKind.READ_ONLY,
                    "cannot migrate " + settings.url()
                            + ": the database takes no writes (a replica, or read-only). Connect to the primary",
                    null,
                    0,
                    null);
        }
        RunnerLock.Owner self =
                new RunnerLock.Owner(host(), ProcessHandle.current().pid(), Optional.of(clock.instant()));
        String scope = project.historySettings()
                .stateSchema()
                .or(project.historySettings()::schema)
                .orElse("main");
        RunnerLock.Lease lease = new RunnerLockWait(project.engine().runnerLock(), stop, listener, clock)
                .acquire(settings.url(), scope, self, settings.runnerWait());
        try {
            return work.get();
        } finally {
            lease.close();
        }
    }

    /** Writes to the history while no other runner works, in one transaction. */
    void record(Runnable writing) {
        locked(() -> {
            project.write(writing);
            return true;
        });
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }

    RunReport preview(Direction direction, RunMode mode, List<Migration> migrations, int applied, Manner manner) {
        try (WorkSession work = new WorkSession(project::session)) {
            Previews previews = new Previews(project, new MigrationRunner(context(work)), direction, manner);
            return new RunReport(direction, mode, previews.of(migrations), applied, Duration.ZERO, Optional.empty());
        }
    }

    /** Returns what the files say that no run could do. */
    List<Problem> unreadable() {
        List<Problem> problems = new ArrayList<>();
        try (WorkSession work = new WorkSession(project::session)) {
            MigrationRunner runner = new MigrationRunner(context(work));
            for (Migration migration : project.folder().migrations()) {
                try {
                    runner.preview(migration, Direction.UP);
                    if (migration.down().isPresent()) {
                        runner.preview(migration, Direction.DOWN);
                    }
                } catch (GodwitException e) {
                    problems.add(new Problem(migration.file(), String.valueOf(e.getMessage())));
                }
            }
        }
        return problems;
    }

    /** How the migrations of a run are carried out. */
    enum Manner {
        /** Phase by phase, without a stop. */
        PLANNED,
        /** As they are written. */
        AS_WRITTEN
    }

    RunReport up(List<Migration> pending, int applied, Manner manner) {
        PlannedSteps planned = new PlannedSteps(project);
        return run(Direction.UP, pending, applied, (runner, migration, from) -> {
            Completion completion = completions.applying(migration);
            Optional<List<Step>> steps = planned.forward(migration, from, manner);
            return steps.isPresent()
                    ? runner.run(migration, Direction.UP, steps.get(), completion)
                    : runner.run(migration, Direction.UP, from, completion);
        });
    }

    RunReport contract(List<Migration> chosen, int applied) {
        PlannedSteps planned = new PlannedSteps(project);
        return run(
                Direction.CONTRACT,
                chosen,
                applied,
                (runner, migration, from) -> runner.run(
                        migration,
                        Direction.CONTRACT,
                        planned.contract(migration),
                        completions.contracting(migration)));
    }

    RunReport down(List<Migration> chosen, int applied) {
        PlannedSteps planned = new PlannedSteps(project);
        UndoPlan undo = new UndoPlan(project);
        return run(Direction.DOWN, chosen, applied, (runner, migration, from) -> {
            Completion completion = completions.reverting(migration);
            return undo.isFor(migration)
                    ? runner.run(migration, Direction.DOWN, planned.back(migration), completion)
                    : runner.run(migration, Direction.DOWN, from, completion);
        });
    }

    /** Runs one migration. */
    private interface Way {
        Duration run(MigrationRunner runner, Migration migration, Start from);
    }

    private RunReport run(Direction direction, List<Migration> migrations, int applied, Way way) {
        Instant start = clock.instant();
        project.state().create(project.session());
        project.history().create(project.session());
        listener.on(new Event.RunStarted(direction, migrations.size(), applied));
        Map<MigrationId, String> unfinished = project.unfinished();
        List<Ran> ran = new ArrayList<>();
        try (WorkSession work = new WorkSession(() -> opener.connect(project.engine(), "godwit"))) {
            MigrationRunner runner = new MigrationRunner(context(work));
            for (Migration migration : migrations) {
                refuseOtherDirection(migration, direction, unfinished);
                stopIfAsked(migration);
                listener.on(new Event.MigrationStarted(migration, direction, ran.size() + 1, migrations.size()));
                Start from = unfinished.containsKey(migration.id()) ? Start.LEFT_HALF_DONE : Start.FRESH;
                Duration took = one(runner, migration, direction, from, way);
                listener.on(new Event.MigrationFinished(migration, direction, took));
                ran.add(new Ran(migration, took, List.of()));
            }
        }
        return new RunReport(
                direction, RunMode.RUN, ran, applied, Duration.between(start, clock.instant()), Optional.empty());
    }

    private Duration one(MigrationRunner runner, Migration migration, Direction direction, Start from, Way way) {
        Instant began = clock.instant();
        try {
            return way.run(runner, migration, from);
        } catch (RuntimeException e) {
            listener.on(new Event.MigrationFailed(migration, direction, Duration.between(began, clock.instant())));
            throw e;
        }
    }

    private void refuseOtherDirection(Migration migration, Direction direction, Map<MigrationId, String> unfinished) {
        String begun = unfinished.get(migration.id());
        if (direction == Direction.DOWN
                && Direction.UP.name().equals(begun)
                && new UndoPlan(project).isFor(migration)) {
            return;
        }
        if (begun != null && !begun.equals(direction.name())) {
            throw new InvalidMigrationException("cannot " + verb(direction) + " migration \"" + migration.displayName()
                    + "\": a run in another direction was left half done. Finish it first with: "
                    + command(Direction.valueOf(begun)));
        }
    }

    private static String verb(Direction direction) {
        return switch (direction) {
            case UP -> "apply";
            case DOWN -> "take back";
            case CONTRACT -> "contract";
        };
    }

    private static String command(Direction direction) {
        return switch (direction) {
            case UP -> "godwit migrate";
            case DOWN -> "godwit rollback";
            case CONTRACT -> "godwit contract";
        };
    }

    private void stopIfAsked(Migration migration) {
        if (stop.isRequested()) {
            listener.on(new Event.Stopping());
            throw new StoppedException("stopped before migration \"" + migration.displayName()
                    + "\", which is not begun. Go on with: godwit migrate");
        }
    }

    private RunContext context(WorkSession work) {
        Engine engine = project.engine();
        return new RunContext(
                new ExecutionParts(
                        engine.dialect(),
                        engine.effects(),
                        Catalog.unknown(engine.conventions()),
                        project.version(),
                        engine.sender(),
                        engine.lockGuard(),
                        engine.fingerprint(),
                        engine.rowRanges()),
                work,
                engine.connector(),
                project.journal(),
                settings.locks(),
                stop,
                listener,
                clock,
                new Random());
    }
}
