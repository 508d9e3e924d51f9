package dev.godwit.core.engine;

import dev.godwit.core.engine.GodwitSettings.OrderPolicy;
import dev.godwit.core.engine.Runs.Manner;
import dev.godwit.core.execute.Direction;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.history.HistoryMismatchException;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.history.Reconciliation;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.LintSettings;
import dev.godwit.core.lint.Severity;
import dev.godwit.core.lint.UnsafePlanException;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.Problem;
import dev.godwit.sql.SqlSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one entry point: what the command line, tests and embedding applications call. Every method opens its own sessions and closes
 * them; failures are {@link dev.godwit.sql.GodwitException}s.
 */
public final class Godwit {
    private final GodwitSettings settings;
    private final ProjectOpener opener;
    private final EventListener listener;
    private final StopSignal stop;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param engines every product that is known
     * @param formats every layout that is known
     */
    public Godwit(
            List<Engine> engines,
            List<MigrationFormat> formats,
            GodwitSettings settings,
            EventListener listener,
            StopSignal stop,
            Clock clock) {
        this.settings = settings;
        this.listener = listener;
        this.stop = stop;
        this.clock = clock;
        this.opener = new ProjectOpener(engines, formats, settings, listener, stop, clock);
    }

    /**
     * Applies what is pending, up to and including {@code to}, else all, without looking at what it does.
     *
     * @throws HistoryMismatchException if folder and database contradict each other
     * @throws InvalidMigrationException if the folder cannot be run
     */
    public RunReport migrate(Optional<MigrationId> to, RunMode mode) {
        return migrate(to, mode, Optional.empty());
    }

    /**
     * Applies what is pending, up to and including {@code to}, else all.
     *
     * @param lint how to look at what is pending before it is run; empty not to look. A dry run reports what is found, a run stops at an
     *     error
     * @throws HistoryMismatchException if folder and database contradict each other
     * @throws InvalidMigrationException if the folder cannot be run
     * @throws UnsafePlanException if something would stop the application, lose data or fail; nothing was changed
     */
    public RunReport migrate(Optional<MigrationId> to, RunMode mode, Optional<LintSettings> lint) {
        try (Project project = opener.open()) {
            sound(project.folder());
            Reconciliation before = consistent(project);
            List<Migration> pending = upTo(to, before.pending(), project.folder());
            Manner manner = lint.isPresent() ? Plans.manner(project, before) : Manner.AS_WRITTEN;
            if (pending.isEmpty()) {
                return runs(project).preview(Direction.UP, mode, pending, before.applied(), manner);
            }
            Plans plans = new Plans(project, manner);
            List<Migration> untouched = plans.untouched(pending);
            Optional<LintReport> found =
                    lint.map(settings -> LiveLint.beforeRun(project, untouched, LintRequest.everything(settings)));
            Optional<LintReport> left = manner == Manner.PLANNED
                    ? found.map(report -> Defused.without(report, plans.all(untouched)))
                    : found;
            if (mode == RunMode.DRY_RUN) {
                return runs(project)
                        .preview(Direction.UP, mode, pending, before.applied(), manner)
                        .with(left);
            }
            left.ifPresent(Godwit::refuseErrors);
            return runs(project)
                    .locked(() -> {
                        Reconciliation now = consistent(project);
                        return runs(project).up(upTo(to, now.pending(), project.folder()), now.applied(), manner);
                    })
                    .with(left);
        }
    }

    /**
     * Tells what {@link #migrate} would run; writes nothing.
     *
     * @param to the last one to look at; empty for all that are pending
     * @throws dev.godwit.core.plan.CannotPlanException if a statement cannot be carried out without a stop
     */
    public PlanReport plan(Optional<MigrationId> to) {
        try (Project project = opener.open()) {
            sound(project.folder());
            Reconciliation before = consistent(project);
            List<Migration> pending = upTo(to, before.pending(), project.folder());
            Plans plans = new Plans(project, Plans.manner(project, before));
            List<Migration> untouched = plans.untouched(pending);
            List<Migration> begun = pending.stream()
                    .filter(migration -> !untouched.contains(migration))
                    .toList();
            return new PlanReport(project.version(), plans.all(untouched), begun, Plans.open(before));
        }
    }

    /**
     * Removes what only the old application used, of one migration, else of all that wait for it, oldest first. The way back ends here.
     *
     * @throws InvalidMigrationException if that migration does not wait for it
     */
    public RunReport contract(Optional<MigrationId> only, RunMode mode) {
        try (Project project = opener.open()) {
            sound(project.folder());
            Reconciliation before = project.reconcile();
            List<Migration> open = Contracts.choose(only, project, before);
            if (open.isEmpty() || mode == RunMode.DRY_RUN) {
                return runs(project).preview(Direction.CONTRACT, mode, open, before.applied(), Manner.PLANNED);
            }
            return runs(project).locked(() -> {
                Reconciliation now = project.reconcile();
                return runs(project).contract(Contracts.choose(only, project, now), now.applied());
            });
        }
    }

    private static void refuseErrors(LintReport report) {
        long errors = report.count(Severity.ERROR);
        if (errors > 0) {
            throw new UnsafePlanException(
                    "cannot migrate: " + (errors == 1 ? "one statement" : errors + " statements")
                            + " would stop the application, lose data or fail. Change the file as said above, or allow"
                            + " it there with -- godwit:allow <rule> -- <reason>",
                    report);
        }
    }

    /**
     * Looks at files on top of what the database has: of the folder those that are pending, or texts that belong to none.
     *
     * @throws InvalidMigrationException if they cannot be read
     */
    public LintReport lint(Optional<List<SqlSource>> texts, LintRequest request) {
        return texts.isPresent()
                ? opener.connected(
                        (engine, session, version) -> LiveLint.texts(engine, session, version, texts.get(), request))
                : lintPending(request);
    }

    private LintReport lintPending(LintRequest request) {
        try (Project project = opener.open()) {
            return LiveLint.pending(project, project.reconcile().pending(), request);
        }
    }

    private Runs runs(Project project) {
        return new Runs(project, settings, opener, listener, stop, clock);
    }

    private static List<Migration> upTo(Optional<MigrationId> to, List<Migration> pending, MigrationFolder folder) {
        if (to.isEmpty()) {
            return pending;
        }
        Set<MigrationId> wanted = folder.upTo(find(folder, to.get()));
        return pending.stream()
                .filter(migration -> wanted.contains(migration.id()))
                .toList();
    }

    private static MigrationFolder sound(MigrationFolder folder) {
        if (!folder.problems().isEmpty()) {
            throw new InvalidMigrationException(
                    "cannot run folder \"" + folder.directory() + "\" (" + folder.format() + "):"
                            + folder.problems().stream()
                                    .map(problem -> "\n  " + problem)
                                    .collect(Collectors.joining()));
        }
        return folder;
    }

    private Reconciliation consistent(Project project) {
        Reconciliation reconciliation = project.reconcile();
        List<Problem> problems = reconciliation.problems(order());
        if (!problems.isEmpty()) {
            throw new HistoryMismatchException(
                    "cannot run folder \"" + project.folder().directory() + "\" on " + settings.url() + ":", problems);
        }
        return reconciliation;
    }

    private Reconciliation.Order order() {
        return settings.order() == OrderPolicy.STRICT ? Reconciliation.Order.STRICT : Reconciliation.Order.ANY;
    }

    private static Migration find(MigrationFolder folder, MigrationId id) {
        return folder.meant(id)
                .orElseThrow(() -> new InvalidMigrationException("cannot find migration \"" + id + "\": folder \""
                        + folder.directory() + "\" has no such version. See them with: godwit status"));
    }

    /**
     * Takes migrations back by their down scripts, newest first. A dry run tells what would be done; asking the user before data is
     * lost is the front end's part.
     *
     * @throws InvalidMigrationException if one of them has no way back; nothing was changed then
     */
    public RunReport rollback(RollbackTarget target, RunMode mode) {
        try (Project project = opener.open()) {
            Reconciliation before = project.reconcile();
            UndoPlan undo = new UndoPlan(project);
            List<Migration> chosen = Rollbacks.choose(target, sound(project.folder()), before, undo);
            if (chosen.isEmpty() || mode == RunMode.DRY_RUN) {
                return runs(project).preview(Direction.DOWN, mode, chosen, before.applied(), Manner.PLANNED);
            }
            return runs(project).locked(() -> {
                Reconciliation now = project.reconcile();
                return runs(project).down(Rollbacks.choose(target, project.folder(), now, undo), now.applied());
            });
        }
    }

    /** Tells where the database stands; writes nothing. */
    public StatusReport status() {
        try (Project project = opener.open()) {
            Reconciliation reconciliation = project.reconcile();
            List<Problem> problems = new ArrayList<>(project.folder().problems());
            problems.addAll(reconciliation.problems(order()));
            return new StatusReport(
                    settings.url().toString(),
                    project.version(),
                    project.folder().format(),
                    settings.directory(),
                    reconciliation.statuses(),
                    problems,
                    project.folder().notes(),
                    new UndoPlan(project).kept());
        }
    }

    /** Tells what is wrong with the folder, and with the database against it; writes nothing. */
    public List<Problem> validate() {
        try (Project project = opener.open()) {
            List<Problem> problems = new ArrayList<>(project.folder().problems());
            problems.addAll(project.reconcile().problems(order()));
            problems.addAll(runs(project).unreadable());
            return problems;
        }
    }

    /**
     * Records that the database has every migration up to {@code last} (all, when empty), without running them.
     *
     * @return how many were recorded
     */
    public int baseline(Optional<MigrationId> last, RunMode mode) {
        try (Project project = opener.open()) {
            MigrationFolder folder = sound(project.folder());
            List<Migration> covered = Baselines.covered(folder, last.map(id -> find(folder, id)));
            Baselines.refuseIfApplied(project, covered);
            if (!covered.isEmpty() && mode == RunMode.RUN) {
                runs(project).record(() -> project.history().baseline(project.session(), covered, covered.getLast()));
            }
            return covered.size();
        }
    }

    /** Records a human's decision on one migration: an interrupted, failed, edited or missing one, or one that was applied by hand. */
    public void resolve(MigrationId id, Resolution resolution, RunMode mode) {
        try (Project project = opener.open()) {
            Resolving resolving = new Resolving(project, id, resolution);
            resolving.check();
            if (mode == RunMode.RUN) {
                runs(project).record(resolving::write);
            }
        }
    }

    /** Makes the files of a new migration in the layout of the folder, which is made too where it is missing; returns them. */
    public List<Path> create(String name, RunMode mode) {
        return new NewFiles(opener, settings, clock).create(name, mode);
    }
}
