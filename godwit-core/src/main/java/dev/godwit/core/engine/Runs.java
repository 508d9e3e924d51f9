package dev.godwit.core.engine;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.engine.RunReport.PlannedUnit;
import dev.godwit.core.engine.RunReport.Ran;
import dev.godwit.core.engine.RunReport.TransactionUse;
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
import dev.godwit.core.journal.PlanStore.Part;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.Problem;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.PlannedStep;
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

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }

    RunReport preview(Direction direction, RunMode mode, List<Migration> migrations, int applied) {
        try (WorkSession work = new WorkSession(project::session)) {
            MigrationRunner runner = new MigrationRunner(context(work));
            List<Ran> ran = migrations.stream()
                    .map(migration -> new Ran(migration, Duration.ZERO, planned(runner, migration, direction)))
                    .toList();
            return new RunReport(direction, mode, ran, applied, Duration.ZERO, Optional.empty());
        }
    }

    private static List<PlannedUnit> planned(MigrationRunner runner, Migration migration, Direction direction) {
        return runner.preview(migration, direction).stream()
                .map(unit -> new PlannedUnit(
                        unit.oneTransaction() ? TransactionUse.ONE_TRANSACTION : TransactionUse.NO_TRANSACTION,
                        unit.statements()))
                .toList();
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
        return run(Direction.UP, pending, applied, (runner, migration, from) -> {
            Completion completion = new Applying(migration);
            List<Step> steps = forward(migration, from, manner);
            return steps.isEmpty()
                    ? runner.run(migration, Direction.UP, from, completion)
                    : runner.run(migration, Direction.UP, steps, completion);
        });
    }

    // Whoever goes on does what was planned at the start; the schema of that time is gone.
    private List<Step> forward(Migration migration, Start from, Manner manner) {
        Session session = project.session();
        boolean begun = from == Start.LEFT_HALF_DONE
                && !project.journal()
                        .read(session, migration.id(), Direction.UP.name())
                        .isEmpty();
        List<Step> kept = begun ? project.plans().read(session, migration.id(), Part.EXPAND) : List.of();
        if (!kept.isEmpty() && !project.plans().isOf(session, migration)) {
            throw new InvalidMigrationException(
                    "cannot go on with migration \"" + migration.displayName() + "\": file \""
                            + migration.file()
                            + "\" was changed after a part of it had been done. Put back what stood there, or"
                            + " take it back with: godwit rollback");
        }
        if (!kept.isEmpty() || begun || manner == Manner.AS_WRITTEN) {
            return kept;
        }
        MigrationPlan plan = new Plans(project).one(migration);
        if (plan.isAsWritten()) {
            return List.of();
        }
        List<Step> expand = steps(plan, Phase.EXPAND);
        record(() -> {
            project.plans().clear(session, migration.id());
            project.plans().write(session, migration, Part.EXPAND, expand);
            project.plans().write(session, migration, Part.CONTRACT, steps(plan, Phase.CONTRACT));
            project.journal().begin(session, migration.id(), Direction.UP.name());
        });
        return expand;
    }

    private static List<Step> steps(MigrationPlan plan, Phase phase) {
        return plan.steps(phase).stream().map(PlannedStep::step).toList();
    }

    RunReport contract(List<Migration> chosen, int applied) {
        return run(Direction.CONTRACT, chosen, applied, (runner, migration, from) -> {
            List<Step> steps = project.plans().read(project.session(), migration.id(), Part.CONTRACT);
            return runner.run(migration, Direction.CONTRACT, steps, new Contracting(migration));
        });
    }

    RunReport down(List<Migration> chosen, int applied) {
        UndoPlan undo = new UndoPlan(project);
        return run(Direction.DOWN, chosen, applied, (runner, migration, from) -> {
            Completion completion = new Reverting(migration, previousOf(migration));
            if (!undo.isFor(migration)) {
                return runner.run(migration, Direction.DOWN, from, completion);
            }
            List<Step> steps = undo.steps(migration);
            Session session = project.session();
            if (!project.plans().has(session, migration.id(), Part.UNDO)) {
                record(() -> {
                    project.plans().write(session, migration, Part.UNDO, steps);
                    project.journal().clear(session, migration.id());
                    project.journal().begin(session, migration.id(), Direction.DOWN.name());
                });
            }
            return runner.run(migration, Direction.DOWN, steps, completion);
        });
    }

    private Optional<Migration> previousOf(Migration migration) {
        List<MigrationId> applied = project.reconcile().statuses().stream()
                .filter(status -> status.entry().isPresent())
                .map(dev.godwit.core.history.MigrationStatus::id)
                .toList();
        Optional<Migration> previous = Optional.empty();
        for (Migration candidate : project.folder().migrations()) {
            if (candidate.id().equals(migration.id())) {
                return previous;
            }
            if (applied.contains(candidate.id())) {
                previous = Optional.of(candidate);
            }
        }
        return previous;
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

    /** Writes to the history, in one transaction. */
    @org.jspecify.annotations.Nullable
    Void record(Runnable writing) {
        Session session = project.session();
        project.state().create(session);
        project.history().create(session);
        session.begin();
        try {
            writing.run();
        } catch (RuntimeException e) {
            session.rollback(e);
            throw e;
        }
        session.commit();
        return null;
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

    /** The record of a migration that is applied. */
    private final class Applying implements Completion {
        private final Migration migration;

        Applying(Migration migration) {
            this.migration = migration;
        }

        @Override
        public void started(Session session) {
            project.history().started(session, migration);
        }

        @Override
        public void failed(Session session, Duration took) {
            project.history().failed(session, migration, took);
        }

        @Override
        public void withdrawn(Session session) {
            project.history().reverted(session, migration, previousOf(migration));
        }

        @Override
        public void record(Session session, Duration took) {
            project.history().applied(session, migration, took);
        }

        @Override
        public boolean isRecorded(Session session) {
            return project.history()
                    .read(session, project.folder())
                    .find(migration.id())
                    .isPresent();
        }
    }

    /** The record of a migration whose CONTRACT is done: its plan goes, and with it the way back. */
    private final class Contracting implements Completion {
        private final Migration migration;

        Contracting(Migration migration) {
            this.migration = migration;
        }

        @Override
        public void started(Session session) {}

        @Override
        public void failed(Session session, Duration took) {}

        @Override
        public void withdrawn(Session session) {}

        @Override
        public void record(Session session, Duration took) {
            project.plans().clear(session, migration.id());
        }

        @Override
        public boolean isRecorded(Session session) {
            return !project.plans().has(session, migration.id(), Part.CONTRACT);
        }
    }

    /** The record of a migration that is taken back: until its end, the history says that it is applied. */
    private final class Reverting implements Completion {
        private final Migration migration;
        private final Optional<Migration> previous;

        Reverting(Migration migration, Optional<Migration> previous) {
            this.migration = migration;
            this.previous = previous;
        }

        @Override
        public void started(Session session) {}

        @Override
        public void failed(Session session, Duration took) {}

        @Override
        public void withdrawn(Session session) {}

        @Override
        public void record(Session session, Duration took) {
            project.history().reverted(session, migration, previous);
            project.plans().clear(session, migration.id());
        }

        @Override
        public boolean isRecorded(Session session) {
            return project.history()
                    .read(session, project.folder())
                    .find(migration.id())
                    .isEmpty();
        }
    }
}
