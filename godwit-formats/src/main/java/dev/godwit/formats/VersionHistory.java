package dev.godwit.formats;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.AppliedMigration;
import dev.godwit.core.history.AppliedMigration.State;
import dev.godwit.core.history.History;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that has one row for each applied migration: its version and at most the time.
 *
 * @param time the column of the time, empty where there is none
 */
record VersionHistory(ToolTable table, Optional<String> time) implements HistoryStore {
    @Override
    public History read(Session session, MigrationFolder folder) {
        if (!table.exists(session)) {
            return History.none();
        }
        Map<MigrationId, String> descriptions = new HashMap<>();
        folder.migrations().forEach(migration -> descriptions.put(migration.id(), migration.description()));
        String columns = "version, " + time.orElse("NULL");
        String order = time.map(column -> column + ", version").orElse("version");
        return new History(
                true, session.query("SELECT " + columns + " FROM " + table.sql() + " ORDER BY " + order, row -> {
                    MigrationId id = new MigrationId(row.getString(1));
                    return new AppliedMigration(
                            id,
                            descriptions.getOrDefault(id, ""),
                            State.APPLIED,
                            Optional.empty(),
                            table.instant(row, 2),
                            Optional.empty(),
                            Optional.empty());
                }));
    }

    @Override
    public void create(Session session) {
        table.create(session);
    }

    @Override
    public void applied(Session session, Migration migration, Duration took) {
        insert(session, migration);
    }

    @Override
    public void reverted(Session session, Migration migration, Optional<Migration> previous) {
        delete(session, migration.id());
    }

    @Override
    public void baseline(Session session, List<Migration> covered, Migration last) {
        covered.forEach(migration -> insert(session, migration));
    }

    @Override
    public void forget(Session session, MigrationId id, MigrationFolder folder) {
        delete(session, id);
    }

    private void insert(Session session, Migration migration) {
        session.update(
                "INSERT INTO " + table.sql() + " (version) VALUES (?)",
                migration.id().value());
    }

    private void delete(Session session, MigrationId id) {
        session.update("DELETE FROM " + table.sql() + " WHERE version = ?", id.value());
    }
}
