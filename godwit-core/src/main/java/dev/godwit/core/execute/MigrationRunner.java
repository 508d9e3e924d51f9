package dev.godwit.core.execute;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.execute.Unit.Boundary;
import dev.godwit.core.journal.JournalEntry;
import dev.godwit.core.journal.StepId;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationScript;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.plan.Step;
import dev.godwit.sql.Position;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs one migration in one direction, from wherever an earlier run has left it. A migration that is one transaction needs no journal: its
 * history record is in that transaction. Any other has its units journalled.
 */
public final class MigrationRunner {
    private final RunContext context;
    private final UnitRunner units;

    public MigrationRunner(RunContext context) {
        this.context = context;
        this.units = new UnitRunner(context);
    }

    /**
     * Runs the migration and records it.
     *
     * @param from whether the journal has rows of it
     * @return how long it took
     * @throws StepFailedException if the database refuses a statement
     * @throws LockTimeoutException if a lock was not to be had
     * @throws ResumeRefusedException if an earlier run left it in a state that only a human can judge
     * @throws OutcomeUnknownException if the connection broke and it cannot be seen what took effect
     * @throws StoppedException if the user asked to stop
     */
    public Duration run(Migration migration, Direction direction, Start from, Completion completion) {
        Instant start = context.clock().instant();
        ScriptText script = script(migration, direction).read();
        List<UnitTask> tasks = tasks(migration, direction, script);
        if (from == Start.FRESH && isOneTransaction(tasks)) {
            runAtOnce(tasks, completion, start);
        } else {
            runJournalled(tasks, completion, migration, direction, start);
        }
        if (tasks.stream().anyMatch(MigrationRunner::changesSession)) {
            context.work().discard();
        }
        return since(start);
    }

    /**
     * Carries out the steps of a plan, from wherever an earlier run has left them, and records the end. The steps must be kept where a later
     * run finds them: what it would plan by then is something else.
     *
     * @return how long it took
     * @throws CheckFailedException if the data is not as a step must have it
     * @throws StepFailedException if the database refuses a statement
     * @throws LockTimeoutException if a lock was not to be had
     * @throws ResumeRefusedException if an earlier run left it in a state that only a human can judge
     * @throws OutcomeUnknownException if the connection broke and it cannot be seen what took effect
     * @throws StoppedException if the user asked to stop
     */
    public Duration run(Migration migration, Direction direction, List<Step> steps, Completion completion) {
        Instant start = context.clock().instant();
        List<UnitTask> tasks = new PlannedUnits(context.parts()).of(migration, direction, steps);
        runJournalled(tasks, completion, migration, direction, start);
        if (tasks.stream().anyMatch(MigrationRunner::changesSession)) {
            context.work().discard();
        }
        return since(start);
    }

    /** How a run finds a migration. */
    public enum Start {
        FRESH,
        LEFT_HALF_DONE
    }

    /** Returns the units in which the migration would be run, without touching anything. */
    public List<UnitPreview> preview(Migration migration, Direction direction) {
        return tasks(migration, direction, script(migration, direction).read()).stream()
                .map(task -> new UnitPreview(task.unit().boundary() == Boundary.TRANSACTION, task.texts()))
                .toList();
    }

    /** One unit as it would be run. */
    public record UnitPreview(boolean oneTransaction, List<String> statements) {}

    private static MigrationScript script(Migration migration, Direction direction) {
        return switch (direction) {
            case UP, CONTRACT -> migration.up();
            case DOWN ->
                migration
                        .down()
                        .orElseThrow(() ->
                                new InvalidMigrationException("cannot take back migration \"" + migration.displayName()
                                        + "\": it has no down script. Write one, or a new migration that undoes it"));
        };
    }

    private List<UnitTask> tasks(Migration migration, Direction direction, ScriptText script) {
        List<Statement> statements = script.statements(context.parts().dialect());
        statements.forEach(statement -> refuseClientCommand(statement, script.source()));
        List<Unit> planned = UnitPlanner.plan(
                script.source(),
                statements,
                migration.transactionMode(),
                context.parts().effects(),
                context.parts().catalog(),
                context.parts().version());
        List<UnitTask> tasks = new ArrayList<>();
        for (Unit unit : planned) {
            tasks.add(new UnitTask(migration, direction, script.source(), unit, tasks.size(), planned.size()));
        }
        return tasks;
    }

    private static void refuseClientCommand(Statement statement, SqlSource source) {
        if (statement instanceof Statement.Unparsed unparsed
                && unparsed.handling() == Statement.Unparsed.Handling.REFUSE) {
            throw new InvalidMigrationException("cannot run file \"" + source.name() + "\": line "
                    + source.position(unparsed.span().start()) + ": " + unparsed.why());
        }
    }

    // What only sets up the session leaves no trace, so it may follow or precede the one transaction.
    private static boolean isOneTransaction(List<UnitTask> tasks) {
        return tasks.stream()
                        .allMatch(task -> isSessionOnly(task) || task.unit().boundary() == Boundary.TRANSACTION)
                && tasks.stream().filter(task -> !isSessionOnly(task)).count() <= 1;
    }

    private static boolean isSessionOnly(UnitTask task) {
        return task.unit().boundary() == Boundary.SESSION;
    }

    private static boolean changesSession(UnitTask task) {
        return task.unit().boundary() == Boundary.UNCERTAIN
                || task.unit().sessionSettings().findAny().isPresent();
    }

    private void runAtOnce(List<UnitTask> tasks, Completion completion, Instant start) {
        boolean recorded = false;
        for (UnitTask task : tasks) {
            recorded |= !isSessionOnly(task);
            runUnit(task, completion, start, session -> completion.record(session, since(start)));
        }
        if (!recorded) {
            inTransaction(session -> completion.record(session, since(start)));
        }
    }

    private void runJournalled(
            List<UnitTask> tasks, Completion completion, Migration migration, Direction direction, Instant start) {
        Session session = context.work().get();
        List<JournalEntry> entries = context.journal().read(session, migration.id(), direction.name());
        int first = firstUnit(tasks, entries, migration);
        context.journal().begin(session, migration.id(), direction.name());
        completion.started(session);
        replaySettings(tasks.subList(0, first));
        int lastEffect = lastEffect(tasks);
        for (UnitTask task : tasks.subList(first, tasks.size())) {
            boolean closing = task.number() == lastEffect && task.unit().boundary() == Boundary.TRANSACTION;
            runUnit(task, completion, start, closing ? end(completion, migration, start) : done(task));
        }
        if (lastEffect < first || tasks.get(lastEffect).unit().boundary() != Boundary.TRANSACTION) {
            inTransaction(end(completion, migration, start));
        }
    }

    private int firstUnit(List<UnitTask> tasks, List<JournalEntry> entries, Migration migration) {
        return switch (new Resumer(context).decide(tasks, entries)) {
            case ResumeDecision.StartFresh fresh -> 0;
            case ResumeDecision.Resume resume -> {
                context.listener().on(new Event.Resuming(migration, resume.next(), tasks.size()));
                yield resume.next();
            }
            case ResumeDecision.Refuse refuse ->
                throw new ResumeRefusedException(
                        "cannot resume migration \"" + migration.displayName() + "\" (" + migration.file() + "): "
                                + refuse.reason()
                                + ". When you know how it stands, tell Godwit: godwit resolve --applied "
                                + migration.id() + " or godwit resolve --rolled-back " + migration.id(),
                        null);
        };
    }

    private static int lastEffect(List<UnitTask> tasks) {
        return tasks.stream()
                .filter(task -> !isSessionOnly(task))
                .mapToInt(UnitTask::number)
                .max()
                .orElse(-1);
    }

    private void replaySettings(List<UnitTask> done) {
        Session session = context.work().get();
        done.forEach(task -> task.unit()
                .sessionSettings()
                .forEach(setting -> context.parts().sender().send(session, task.source(), setting)));
    }

    private Consumer<Session> done(UnitTask task) {
        return session -> units.write(session, task, JournalEntry.State.DONE, "");
    }

    private Consumer<Session> end(Completion completion, Migration migration, Instant start) {
        return session -> {
            completion.record(session, since(start));
            context.journal().clear(session, migration.id());
        };
    }

    private void inTransaction(Consumer<Session> work) {
        Session session = context.work().get();
        session.begin();
        try {
            work.accept(session);
        } catch (RuntimeException e) {
            session.rollback(e);
            throw e;
        }
        session.commit();
    }

    private void runUnit(UnitTask task, Completion completion, Instant start, Consumer<Session> record) {
        Instant began = context.clock().instant();
        context.listener().on(new Event.UnitStarted(task.migration(), task.number(), task.total(), task.summary()));
        try {
            units.run(task, record);
        } catch (CheckFailedException e) {
            tellHistory(task, completion, start, true, e);
            throw e;
        } catch (StatementFailure e) {
            throw explain(task, completion, start, e);
        } catch (DatabaseException e) {
            if (e.kind() != SqlErrorKind.CONNECTION_LOST) {
                throw e;
            }
            settleLostCommit(task, completion, e);
        }
        context.listener().on(new Event.UnitFinished(task.migration(), task.number(), task.total(), since(began)));
    }

    // The answer to a COMMIT was lost: whether it took place is seen by looking for its record.
    private void settleLostCommit(UnitTask task, Completion completion, DatabaseException lost) {
        context.work().discard();
        boolean recorded;
        try {
            Session session = context.work().get();
            recorded = completion.isRecorded(session)
                    || context
                            .journal()
                            .read(
                                    session,
                                    task.migration().id(),
                                    task.direction().name())
                            .stream()
                            .anyMatch(entry -> entry.unit() == task.number()
                                    && entry.state() == JournalEntry.State.DONE
                                    && entry.stepId().equals(StepId.of(task.texts())));
        } catch (DatabaseException e) {
            lost.addSuppressed(e);
            throw unknown(task, lost);
        }
        if (!recorded) {
            throw unknown(task, lost);
        }
    }

    private static OutcomeUnknownException unknown(UnitTask task, DatabaseException lost) {
        return new OutcomeUnknownException(
                "cannot tell the outcome of migration \"" + task.migration().displayName()
                        + "\": the connection broke in step "
                        + (task.number() + 1) + " of " + task.total() + " (" + lost.getMessage()
                        + "). Run godwit migrate again: it looks at the database first and repeats nothing that was"
                        + " done",
                lost);
    }

    private RuntimeException explain(UnitTask task, Completion completion, Instant start, StatementFailure failure) {
        DatabaseException cause = failure.failure();
        boolean journalled = isSettledByLooking(task);
        if (cause.kind() == SqlErrorKind.CONNECTION_LOST && journalled) {
            return unknown(task, cause);
        }
        if (cause.kind() == SqlErrorKind.CANCELLED && context.stop().isRequested()) {
            return StoppedException.rolledBack(task, cause);
        }
        boolean clean = !journalled || cleanUp(task, cause);
        if (cause.kind() != SqlErrorKind.CONNECTION_LOST) {
            tellHistory(task, completion, start, clean, cause);
        }
        return new StepFailedException(
                task.migration().displayName(),
                task.source().name(),
                position(task.source(), failure),
                task.source().text(failure.statement().span()),
                NextAction.after(task, cause.kind(), clean),
                cause);
    }

    private static boolean isSettledByLooking(UnitTask task) {
        return switch (task.unit().boundary()) {
            case AUTOCOMMIT, UNCERTAIN, SESSION -> true;
            case TRANSACTION, BATCHES, CHECK -> false;
        };
    }

    private void tellHistory(
            UnitTask task, Completion completion, Instant start, boolean clean, RuntimeException cause) {
        try {
            Session session = context.work().get();
            boolean journalled = context.journal().unfinished(session).stream()
                    .anyMatch(unfinished ->
                            unfinished.migration().equals(task.migration().id()));
            if (!journalled) {
                return;
            }
            boolean anythingDone = !context.journal()
                    .read(session, task.migration().id(), task.direction().name())
                    .isEmpty();
            if (anythingDone || !clean) {
                completion.failed(session, since(start));
                return;
            }
            completion.withdrawn(session);
            context.journal().clear(session, task.migration().id());
        } catch (DatabaseException e) {
            cause.addSuppressed(e);
        }
    }

    private boolean cleanUp(UnitTask task, DatabaseException cause) {
        try {
            Session session = context.work().get();
            List<JournalEntry> entries = context.journal()
                    .read(session, task.migration().id(), task.direction().name());
            if (entries.isEmpty() || entries.getLast().unit() != task.number()) {
                return true;
            }
            String before = entries.getLast().fingerprint();
            context.parts()
                    .fingerprint()
                    .clean(session, task.source(), task.unit().effect());
            boolean untouched = before.equals(context.parts()
                    .fingerprint()
                    .of(session, task.source(), task.unit().effect()));
            if (untouched) {
                context.journal()
                        .withdraw(
                                session, task.migration().id(), task.direction().name(), task.number());
            } else {
                units.write(session, task, JournalEntry.State.BROKEN, before);
            }
            return untouched;
        } catch (DatabaseException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    private static Position position(SqlSource source, StatementFailure failure) {
        int start = failure.statement().span().start();
        int at = failure.failure().position().orElse(1) - 1;
        String text = source.text(failure.statement().span());
        String before =
                text.substring(0, text.offsetByCodePoints(0, Math.min(at, text.codePointCount(0, text.length()))));
        return source.position(start + before.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }

    private Duration since(Instant start) {
        return Duration.between(start, context.clock().instant());
    }
}
