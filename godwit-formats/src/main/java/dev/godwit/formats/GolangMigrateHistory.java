package dev.godwit.formats;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.AppliedMigration;
import dev.godwit.core.history.AppliedMigration.State;
import dev.godwit.core.history.History;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** golang-migrate's {@code schema_migrations}: one row, the current version and whether the tool failed on the way to it. */
final class GolangMigrateHistory implements HistoryStore {
    private static final String COLUMNS = "(version bigint not null primary key, dirty boolean not null)";
    private static final Map<String, List<String>> DDL = Map.of(
            "postgres", List.of("CREATE TABLE <table> " + COLUMNS),
            "mysql", List.of("CREATE TABLE <table> " + COLUMNS),
            "mariadb", List.of("CREATE TABLE <table> " + COLUMNS),
            "sqlite",
                    List.of(
                            "CREATE TABLE <table> (version uint64,dirty bool)",
                            "CREATE UNIQUE INDEX version_unique ON <table> (version)"));

    private final ToolTable table;

    GolangMigrateHistory(HistorySettings settings) {
        table = ToolTable.of(settings, "schema_migrations", DDL);
    }

    private record Current(long version, State state) {}

    @Override
    public History read(Session session, MigrationFolder folder) {
        if (!table.exists(session)) {
            return History.none();
        }
        Optional<Current> current = session.first(
                "SELECT version, dirty FROM " + table.sql(),
                row -> new Current(row.getLong(1), row.getBoolean(2) ? State.FAILED : State.APPLIED));
        return new History(true, current.map(now -> entries(now, folder)).orElse(List.of()));
    }

    private static List<AppliedMigration> entries(Current current, MigrationFolder folder) {
        List<AppliedMigration> entries = new ArrayList<>();
        boolean known = false;
        for (Migration migration : folder.migrations()) {
            long version = version(migration.id());
            if (version <= current.version()) {
                boolean isCurrent = version == current.version();
                known |= isCurrent;
                entries.add(
                        entry(migration.id(), migration.description(), isCurrent ? current.state() : State.APPLIED));
            }
        }
        if (!known) {
            entries.add(entry(new MigrationId(Long.toString(current.version())), "", current.state()));
        }
        return entries;
    }

    private static AppliedMigration entry(MigrationId id, String description, State state) {
        return new AppliedMigration(
                id, description, state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static long version(MigrationId id) {
        return Long.parseLong(id.value());
    }

    @Override
    public void create(Session session) {
        table.create(session);
    }

    @Override
    public void started(Session session, Migration migration) {
        set(session, version(migration.id()), true);
    }

    @Override
    public void applied(Session session, Migration migration, Duration took) {
        set(session, version(migration.id()), false);
    }

    @Override
    public void reverted(Session session, Migration migration, Optional<Migration> previous) {
        setOrClear(session, previous.map(Migration::id));
    }

    @Override
    public void baseline(Session session, List<Migration> covered, Migration last) {
        set(session, version(last.id()), false);
    }

    @Override
    public void forget(Session session, MigrationId id, MigrationFolder folder) {
        long forgotten = version(id);
        Optional<MigrationId> below = folder.migrations().stream()
                .map(Migration::id)
                .filter(other -> version(other) < forgotten)
                .reduce((first, second) -> second);
        setOrClear(session, below);
    }

    private void setOrClear(Session session, Optional<MigrationId> id) {
        if (id.isPresent()) {
            set(session, version(id.get()), false);
            return;
        }
        session.update("DELETE FROM " + table.sql());
    }

    // One statement on the one row: a crash between DELETE and INSERT would lose the version.
    private void set(Session session, long version, boolean dirty) {
        int changed = session.update("UPDATE " + table.sql() + " SET version = ?, dirty = " + dirty, version);
        if (changed == 0 && isEmpty(session)) {
            session.update("INSERT INTO " + table.sql() + " (version, dirty) VALUES (?, " + dirty + ")", version);
        }
    }

    // MySQL does not count a row that already was what it should be.
    private boolean isEmpty(Session session) {
        return session.first("SELECT 1 FROM " + table.sql(), row -> row.getInt(1))
                .isEmpty();
    }
}
