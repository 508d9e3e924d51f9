package dev.godwit.core.engine;

import dev.godwit.core.db.Session;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.execute.Direction;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.history.Reconciliation;
import dev.godwit.core.history.StateTables;
import dev.godwit.core.journal.Journal;
import dev.godwit.core.journal.PlanStore;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A folder and a database that belong together, with the session to look at it. */
record Project(
        Engine engine,
        Session session,
        ServerVersion version,
        MigrationFolder folder,
        HistoryStore history,
        StateTables state,
        Journal journal,
        PlanStore plans,
        HistorySettings historySettings)
        implements AutoCloseable {

    /** Returns what was left half done, with its direction. */
    Map<MigrationId, String> unfinished() {
        state.check(session);
        return journal.unfinished(session).stream()
                .collect(Collectors.toMap(Journal.Unfinished::migration, Journal.Unfinished::direction, (a, b) -> a));
    }

    Reconciliation reconcile() {
        Map<MigrationId, String> unfinished = unfinished();
        Set<MigrationId> interrupted = unfinished.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Direction.CONTRACT.name()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return Reconciliation.of(folder, history.read(session, folder), interrupted)
                .withExpanded(Set.copyOf(plans.having(session, PlanStore.Part.CONTRACT)));
    }

    /** Writes to Godwit's tables and the history, in one transaction. */
    void write(Runnable writing) {
        state.create(session);
        history.create(session);
        session.begin();
        try {
            writing.run();
        } catch (RuntimeException e) {
            session.rollback(e);
            throw e;
        }
        session.commit();
    }

    @Override
    public void close() {
        session.close();
    }
}
