package dev.godwit.core.execute;

import dev.godwit.core.backfill.Pace;
import dev.godwit.core.backfill.RowRanges;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.journal.JournalEntry;
import dev.godwit.core.journal.StepId;
import dev.godwit.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes the rows of a table batch by batch. How far it got is written in the transaction of each batch, so that nothing is lost and nothing
 * is done twice, whenever it is stopped.
 */
final class BatchRun {
    private static final Duration BATCH = Duration.ofMillis(50);
    private static final long FIRST = 16;

    private final RunContext context;

    BatchRun(RunContext context) {
        this.context = context;
    }

    /**
     * How far it got.
     *
     * @param end where the rows that were there at the start end: those that come later are the triggers' and defaults' work
     */
    record Mark(long done, long end) {
        private static Mark read(String text) {
            int slash = text.indexOf('/');
            return new Mark(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return done + "/" + end;
        }
    }

    void run(Session session, UnitTask task, Consumer<Session> record) {
        Statement.Dml statement = (Statement.Dml) task.unit().effect();
        Mark mark = mark(session, task).orElseGet(() -> new Mark(0, end(session, task, statement)));
        Pace pace = new Pace(BATCH, FIRST);
        Instant start = context.clock().instant();
        long first = mark.done();
        do {
            stopIfAsked(task, mark);
            long to = Math.min(mark.end(), mark.done() + pace.size());
            Mark next = new Mark(to, mark.end());
            Instant began = context.clock().instant();
            batch(session, task, statement, mark, next, record);
            Duration took = Duration.between(began, context.clock().instant());
            pace.took(to - mark.done(), took);
            mark = next;
            context.listener()
                    .on(new Event.Progress(
                            task.migration(),
                            task.number(),
                            mark.done(),
                            mark.end(),
                            remaining(start, mark.done() - first, mark.end() - mark.done())));
        } while (mark.done() < mark.end());
    }

    private RowRanges ranges() {
        return context.parts().ranges().orElseThrow();
    }

    private long end(Session session, UnitTask task, Statement.Dml statement) {
        return ranges().end(session, task.source(), statement);
    }

    private Optional<Mark> mark(Session session, UnitTask task) {
        return context
                .journal()
                .read(session, task.migration().id(), task.direction().name())
                .stream()
                .filter(entry -> entry.unit() == task.number() && entry.state() == JournalEntry.State.INTENT)
                .map(entry -> Mark.read(entry.fingerprint()))
                .findFirst();
    }

    private void batch(
            Session session, UnitTask task, Statement.Dml statement, Mark mark, Mark next, Consumer<Session> record) {
        context.parts().guard().limit(session, LockMode.BLOCKS_WRITES, context.policy());
        session.begin();
        try {
            if (next.done() > mark.done()) {
                send(session, task, statement, mark.done(), next.done());
            }
            if (next.done() >= next.end()) {
                record.accept(session);
            } else {
                context.journal()
                        .write(
                                session,
                                task.migration().id(),
                                task.direction().name(),
                                new JournalEntry(
                                        task.number(),
                                        StepId.of(task.texts()),
                                        JournalEntry.State.INTENT,
                                        next.toString(),
                                        ""));
            }
        } catch (RuntimeException e) {
            session.rollback(e);
            throw e;
        }
        session.commit();
    }

    private void send(Session session, UnitTask task, Statement.Dml statement, long from, long to) {
        try {
            ranges().run(session, task.source(), statement, from, to);
        } catch (DatabaseException e) {
            throw new StatementFailure(statement, e);
        }
    }

    private Duration remaining(Instant start, long done, long left) {
        long spent = Duration.between(start, context.clock().instant()).toMillis();
        return Duration.ofMillis(done == 0 ? 0 : Math.round((double) spent / done * left));
    }

    private void stopIfAsked(UnitTask task, Mark mark) {
        if (context.stop().isRequested()) {
            context.listener().on(new Event.Stopping());
            throw new StoppedException(
                    "stopped in migration \"" + task.migration().displayName() + "\" at "
                            + mark.done() + " of " + mark.end() + " of step " + (task.number() + 1)
                            + ", which is recorded. Go on with: godwit migrate");
        }
    }
}
