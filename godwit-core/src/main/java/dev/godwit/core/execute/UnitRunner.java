package dev.godwit.core.execute;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.execute.Unit.Boundary;
import dev.godwit.core.journal.JournalEntry;
import dev.godwit.core.journal.StepId;
import dev.godwit.core.plan.Step;
import dev.godwit.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Carries out one unit under the lock policy: it does not queue behind transactions that hold the table, gives up within the stall
 * budget, pauses and tries again.
 */
final class UnitRunner {
    private static final int SHOWN = 5;

    private final RunContext context;

    UnitRunner(RunContext context) {
        this.context = context;
    }

    /**
     * Runs the unit.
     *
     * @param record writes what belongs into the same transaction, or follows the effect where the unit has none; not called for a unit
     *     that only sets up the session
     */
    void run(UnitTask task, Consumer<Session> record) {
        Backoff backoff =
                new Backoff(context.clock(), context.random(), context.policy().lockWait());
        while (true) {
            stopIfAsked(task);
            List<String> blockers = blockers(task);
            String cause = "others hold the table";
            if (blockers.isEmpty()) {
                try {
                    attempt(task, record);
                    return;
                } catch (StatementFailure e) {
                    if (!canRetry(e.failure())) {
                        throw e;
                    }
                    cause = String.valueOf(e.failure().getMessage());
                    blockers = blockers(task);
                }
            }
            pause(task, backoff, cause, blockers);
        }
    }

    private void pause(UnitTask task, Backoff backoff, String cause, List<String> blockers) {
        Optional<java.time.Duration> pause = backoff.next();
        if (pause.isEmpty()) {
            throw new LockTimeoutException(
                    "cannot run migration \"" + task.migration().displayName() + "\": no lock for " + task.summary()
                            + " within "
                            + context.policy().lockWait() + " and " + backoff.attempts() + " tries: " + cause
                            + (blockers.isEmpty() ? "" : ". It is held by " + String.join("; ", blockers))
                            + ". Nothing waits behind Godwit. Run it again when they are gone, or allow more with"
                            + " --lock-wait or --max-stall",
                    null);
        }
        context.listener().on(new Event.LockRetry(task.migration(), backoff.attempts(), pause.get(), cause, blockers));
        context.stop().await(pause.get());
        stopIfAsked(task);
    }

    void stopIfAsked(UnitTask task) {
        if (context.stop().isRequested()) {
            context.listener().on(new Event.Stopping());
            throw new StoppedException(
                    task.number() == 0
                            ? "stopped before migration \"" + task.migration().displayName()
                                    + "\"; it is not begun. Go on with: godwit migrate"
                            : "stopped in migration \"" + task.migration().displayName() + "\" after " + task.number()
                                    + " of " + task.total() + " steps, which are recorded. Go on with: godwit migrate",
                    null);
        }
    }

    private static boolean canRetry(DatabaseException failure) {
        return switch (failure.kind()) {
            case LOCK_TIMEOUT, DEADLOCK -> true;
            case CANCELLED,
                    CONNECTION_LOST,
                    UNREACHABLE,
                    AUTHENTICATION,
                    NO_SUCH_DATABASE,
                    PERMISSION,
                    READ_ONLY,
                    DISK_FULL,
                    OTHER -> false;
        };
    }

    private List<String> blockers(UnitTask task) {
        if (!UnitPlanner.isStrong(task.unit().lock())) {
            return List.of();
        }
        Session session = context.work().get();
        Set<String> found = new LinkedHashSet<>();
        for (Statement statement : task.unit().statements()) {
            if (UnitPlanner.isStrong(context.parts()
                    .effects()
                    .of(statement, context.parts().catalog(), context.parts().version())
                    .lock())) {
                found.addAll(context.parts().guard().blockers(session, task.source(), statement));
            }
        }
        return new ArrayList<>(found);
    }

    private void attempt(UnitTask task, Consumer<Session> record) {
        Session session = context.work().get();
        for (Statement statement : task.unit().prologue()) {
            send(session, task, statement);
        }
        switch (task.unit().boundary()) {
            case SESSION -> task.unit().statements().forEach(statement -> send(session, task, statement));
            case TRANSACTION -> inTransaction(session, task, record);
            case AUTOCOMMIT -> {
                // First of all, since to remove an earlier try's leftovers waits as long as the statement itself.
                context.parts().guard().limit(session, task.unit().lock(), context.policy());
                intend(session, task);
                sendAll(session, task);
                record.accept(session);
            }
            case BATCHES -> new BatchRun(context).run(session, task, record);
            case CHECK -> {
                look(session, task);
                record.accept(session);
            }
            case UNCERTAIN -> {
                context.parts().guard().limit(session, task.unit().lock(), context.policy());
                intend(session, task);
                inTransaction(session, task, record);
            }
        }
    }

    private void look(Session session, UnitTask task) {
        Step.Check check = (Step.Check) task.unit().planned().orElseThrow();
        context.parts().guard().limit(session, task.unit().lock(), context.policy());
        List<String> found;
        try {
            found = session.query(check.query(), row -> String.valueOf(row.getString(1)));
        } catch (DatabaseException e) {
            throw new StatementFailure(task.unit().effect(), e);
        }
        if (!found.isEmpty()) {
            throw new CheckFailedException(
                    "cannot run migration \"" + task.migration().displayName() + "\": "
                            + check.refusal() + " "
                            + found.stream().limit(SHOWN).collect(Collectors.joining(", "))
                            + (found.size() > SHOWN ? " and others" : "")
                            + ". Then run godwit migrate again, or godwit rollback to be where you were");
        }
    }

    private void inTransaction(Session session, UnitTask task, Consumer<Session> record) {
        context.parts().guard().limit(session, task.unit().lock(), context.policy());
        begin(session, task);
        context.stop().beginCancellable(session::cancel);
        try {
            sendAll(session, task);
            record.accept(session);
        } catch (RuntimeException e) {
            session.rollback(e);
            throw e;
        } finally {
            context.stop().endCancellable();
        }
        commit(session, task);
    }

    // SQLite takes its lock here.
    private static void begin(Session session, UnitTask task) {
        try {
            session.begin();
        } catch (DatabaseException e) {
            throw new StatementFailure(task.unit().effect(), e);
        }
    }

    // A server may refuse here what a deferred constraint forbids, SQLite while others read; nothing is committed then.
    private static void commit(Session session, UnitTask task) {
        try {
            session.commit();
        } catch (DatabaseException e) {
            if (e.kind() == SqlErrorKind.CONNECTION_LOST) {
                throw e;
            }
            session.rollback(e);
            throw new StatementFailure(task.unit().effect(), e);
        }
    }

    private void sendAll(Session session, UnitTask task) {
        LockGuard.Watch watch =
                context.parts().guard().watch(session, context.policy().maxStall());
        try {
            for (Statement statement : task.unit().statements()) {
                stopWithin(task);
                send(session, task, statement);
            }
        } finally {
            watch.close();
        }
        context.listener().on(new Event.EffectDone(task.migration(), task.number()));
    }

    // A request between two statements finds none to cancel, and not every driver can cancel the sending of rows.
    private void stopWithin(UnitTask task) {
        if (task.unit().boundary() == Unit.Boundary.TRANSACTION
                && context.stop().isRequested()) {
            context.listener().on(new Event.Stopping());
            throw StoppedException.rolledBack(task, null);
        }
    }

    void send(Session session, UnitTask task, Statement statement) {
        try {
            context.parts().sender().send(session, task.source(), statement);
        } catch (DatabaseException e) {
            throw new StatementFailure(statement, e);
        }
    }

    // What an earlier try left behind would stand in the way of this one and spoil the comparison.
    private void intend(Session session, UnitTask task) {
        context.parts().fingerprint().clean(session, task.source(), task.unit().effect());
        String fingerprint = context.parts()
                .fingerprint()
                .of(session, task.source(), task.unit().effect());
        write(session, task, JournalEntry.State.INTENT, fingerprint);
        context.listener().on(new Event.IntentWritten(task.migration(), task.number()));
    }

    void write(Session session, UnitTask task, JournalEntry.State state, String fingerprint) {
        boolean outlives = task.unit().boundary() != Boundary.TRANSACTION;
        context.journal()
                .write(
                        session,
                        task.migration().id(),
                        task.direction().name(),
                        new JournalEntry(
                                task.number(),
                                StepId.of(task.texts()),
                                state,
                                fingerprint,
                                outlives ? context.connector().identity(session) : ""));
    }
}
