package dev.godwit.core.execute;

import dev.godwit.core.db.Session;
import dev.godwit.core.journal.JournalEntry;
import dev.godwit.core.journal.StepId;
import java.time.Duration;
import java.util.List;

/** Decides by journal and database how a half-done migration goes on. */
final class Resumer {
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final RunContext context;

    Resumer(RunContext context) {
        this.context = context;
    }

    ResumeDecision decide(List<UnitTask> tasks, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return new ResumeDecision.StartFresh("the journal knows nothing of it");
        }
        for (JournalEntry entry : entries) {
            if (entry.unit() >= tasks.size() || !idOf(tasks.get(entry.unit())).equals(entry.stepId())) {
                return new ResumeDecision.Refuse("step " + (entry.unit() + 1)
                        + " of the file is not what was run: the file was changed after a part of it had been done."
                        + " Put back what stood there (statements that have not run yet may be corrected)");
            }
        }
        JournalEntry last = entries.getLast();
        return switch (last.state()) {
            case DONE -> new ResumeDecision.Resume(last.unit() + 1);
            case BROKEN ->
                new ResumeDecision.Refuse("step " + (last.unit() + 1) + " failed after it had changed something: "
                        + tasks.get(last.unit()).summary());
            case INTENT ->
                tasks.get(last.unit()).unit().boundary() == Unit.Boundary.BATCHES
                        ? new ResumeDecision.Resume(last.unit())
                        : settle(tasks.get(last.unit()), last);
        };
    }

    private static StepId idOf(UnitTask task) {
        return StepId.of(task.texts());
    }

    private ResumeDecision settle(UnitTask task, JournalEntry entry) {
        Session session = context.work().get();
        if (!endOf(entry.session(), session, task)) {
            return new ResumeDecision.Refuse("the server is still at work on step " + (task.number() + 1)
                    + " in session " + entry.session() + ". Run it again when that has ended");
        }
        return switch (context.parts().fingerprint().proof(task.unit().effect(), session, task.source())) {
            case REPEATABLE -> new ResumeDecision.Resume(task.number());
            case NONE ->
                new ResumeDecision.Refuse("the run ended within step " + (task.number() + 1)
                        + ", and nothing in the database tells whether it took effect: " + task.summary());
            case BY_DIGEST -> byDigest(task, entry, session);
        };
    }

    private ResumeDecision byDigest(UnitTask task, JournalEntry entry, Session session) {
        context.parts().fingerprint().clean(session, task.source(), task.unit().effect());
        String now = context.parts()
                .fingerprint()
                .of(session, task.source(), task.unit().effect());
        return new ResumeDecision.Resume(now.equals(entry.fingerprint()) ? task.number() : task.number() + 1);
    }

    // A server goes on with a statement after its client has died, so looking too early would see a half.
    private boolean endOf(String identity, Session session, UnitTask task) {
        if (identity.isEmpty()) {
            return true;
        }
        long glances = Math.max(1, context.policy().lockWait().dividedBy(GLANCE));
        for (long i = 0; i < glances; i++) {
            if (!context.connector().isAlive(session, identity)) {
                return true;
            }
            if (i == 0) {
                context.listener()
                        .on(new Event.LockRetry(
                                task.migration(),
                                1,
                                GLANCE,
                                "the server is still at work on this step for an earlier run",
                                List.of(identity)));
            }
            if (context.stop().await(GLANCE)) {
                return false;
            }
        }
        return false;
    }
}
