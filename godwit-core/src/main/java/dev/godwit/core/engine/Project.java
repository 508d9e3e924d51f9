package dev.godwit.core.engine;

import dev.godwit.core.db.Session;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.history.Reconciliation;
import dev.godwit.core.history.StateTables;
import dev.godwit.core.journal.Journal;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.util.Map;
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
        HistorySettings historySettings)
        implements AutoCloseable {

    /** Returns what was left half done, with its direction. */
    Map<MigrationId, String> unfinished() {
        state.check(session);
        return journal.unfinished(session).stream()
                .collect(Collectors.toMap(Journal.Unfinished::migration, Journal.Unfinished::direction, (a, b) -> a));
    }

    Reconciliation reconcile() {
        return Reconciliation.of(
                folder, history.read(session, folder), unfinished().keySet());
    }

    @Override
    public void close() {
        session.close();
    }
}
