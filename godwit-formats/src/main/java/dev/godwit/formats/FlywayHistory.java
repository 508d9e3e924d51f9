package dev.godwit.formats;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.AppliedMigration;
import dev.godwit.core.history.History;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryStore;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Flyway's {@code flyway_schema_history}: rows are appended and never changed, but for failed ones and repairs. */
final class FlywayHistory implements HistoryStore {
    static final String TABLE = "flyway_schema_history";

    /** Begins the id of a baseline migration, which may have the version of a versioned one. */
    static final String BASELINE = "B";

    private static final String BASELINE_TEXT = "<< Flyway Baseline >>";

    private final HistorySettings settings;
    private final ToolTable table;

    FlywayHistory(HistorySettings settings) {
        this.settings = settings;
        this.table = ToolTable.of(settings, TABLE, FlywayDdl.BY_PRODUCT);
    }

    @Override
    public History read(Session session, MigrationFolder folder) {
        if (!table.exists(session)) {
            return History.none();
        }
        return new History(true, new FlywayRows(rows(session)).entries(folder));
    }

    private List<FlywayRow> rows(Session session) {
        return session.query(
                "SELECT installed_rank, version, description, type, checksum, installed_on, execution_time, success, installed_by FROM "
                        + table.sql() + " ORDER BY installed_rank",
                row -> new FlywayRow(
                        row.getInt(1),
                        Optional.ofNullable(row.getString(2)),
                        String.valueOf(row.getString(3)),
                        String.valueOf(row.getString(4)),
                        Optional.ofNullable(row.getString(5)),
                        table.instant(row, 6),
                        Duration.ofMillis(row.getLong(7)),
                        row.getBoolean(8) ? AppliedMigration.State.APPLIED : AppliedMigration.State.FAILED,
                        Optional.ofNullable(row.getString(9))));
    }

    @Override
    public void create(Session session) {
        table.create(session);
    }

    @Override
    public void failed(Session session, Migration migration, Duration took) {
        removeFailed(session, migration);
        append(session, migration, took, false);
    }

    @Override
    public void applied(Session session, Migration migration, Duration took) {
        removeFailed(session, migration);
        append(session, migration, took, true);
    }

    private void append(Session session, Migration migration, Duration took, boolean success) {
        String type = migration.kind() == Migration.Kind.BASELINE ? "SQL_BASELINE" : "SQL";
        insert(
                session,
                version(migration),
                migration.description(),
                type,
                migration.file(),
                Integer.valueOf(migration.checksum()),
                took,
                success);
    }

    private void removeFailed(Session session, Migration migration) {
        String version = version(migration);
        if (version == null) {
            session.update(
                    "DELETE FROM " + table.sql() + " WHERE version IS NULL AND success = false AND description = ?",
                    migration.description());
            return;
        }
        session.update("DELETE FROM " + table.sql() + " WHERE version = ? AND success = false", version);
    }

    private static @Nullable String version(Migration migration) {
        String id = migration.id().value();
        return switch (migration.kind()) {
            case VERSIONED -> id;
            case BASELINE -> id.substring(BASELINE.length());
            case REPEATABLE -> null;
        };
    }

    // Only Flyway's paid editions know rows of type UNDO_SQL; the free one refuses a table that has any. So they are
    // written where there are some already, else the rows of the migration go: then it is pending for every edition.
    @Override
    public void reverted(Session session, Migration migration, Optional<Migration> previous) {
        removeFailed(session, migration);
        boolean applied = !new FlywayRows(rows(session)).of(migration.id()).isEmpty();
        if (!applied || migration.kind() != Migration.Kind.VERSIONED) {
            return;
        }
        if (migration.down().orElse(null) instanceof FlywayScript undo && hasUndone(session)) {
            insert(
                    session,
                    version(migration),
                    undo.description(),
                    "UNDO_SQL",
                    undo.file(),
                    Integer.valueOf(undo.rawChecksum()),
                    Duration.ZERO,
                    true);
            return;
        }
        session.update("DELETE FROM " + table.sql() + " WHERE version = ? AND type = 'SQL'", version(migration));
    }

    private boolean hasUndone(Session session) {
        return session.first("SELECT 1 FROM " + table.sql() + " WHERE type LIKE 'UNDO%'", row -> row.getInt(1))
                .isPresent();
    }

    @Override
    public void baseline(Session session, List<Migration> covered, Migration last) {
        insert(session, version(last), BASELINE_TEXT, "BASELINE", BASELINE_TEXT, null, Duration.ZERO, true);
    }

    // A repeatable migration is not repaired but run again.
    @Override
    public void repair(Session session, Migration migration) {
        if (migration.kind() == Migration.Kind.REPEATABLE) {
            return;
        }
        String type = migration.kind() == Migration.Kind.BASELINE ? "SQL_BASELINE" : "SQL";
        session.update(
                "UPDATE " + table.sql() + " SET checksum = ?, description = ? WHERE version = ? AND type = ?",
                Integer.valueOf(migration.checksum()),
                migration.description(),
                version(migration),
                type);
    }

    // As Flyway's repair does: a row of type DELETE hides the others of its version.
    @Override
    public void forget(Session session, MigrationId id, MigrationFolder folder) {
        for (FlywayRow row : new FlywayRows(rows(session)).of(id)) {
            if (row.state() == AppliedMigration.State.FAILED) {
                session.update("DELETE FROM " + table.sql() + " WHERE installed_rank = ?", row.rank());
                continue;
            }
            session.update(
                    "INSERT INTO " + table.sql()
                            + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                            + " SELECT last.top + 1, version, description, 'DELETE', script, checksum, ?, 0, true FROM "
                            + table.sql() + " CROSS JOIN (SELECT MAX(installed_rank) AS top FROM " + table.sql()
                            + ") last WHERE installed_rank = ?",
                    user(),
                    row.rank());
        }
    }

    private String user() {
        return user(settings);
    }

    // Flyway records nobody where there are no users.
    static String user(HistorySettings settings) {
        return settings.product().equals("sqlite") ? "" : settings.user();
    }

    private void insert(
            Session session,
            @Nullable String version,
            String description,
            String type,
            String script,
            @Nullable Integer checksum,
            Duration took,
            boolean success) {
        session.update(
                "INSERT INTO " + table.sql()
                        + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                        + " SELECT COALESCE(MAX(installed_rank), 0) + 1, ?, ?, ?, ?, "
                        + (checksum == null ? "NULL" : "?")
                        + ", ?, ?, " + success + " FROM " + table.sql(),
                checksum == null
                        ? new @Nullable Object[] {version, description, type, script, user(), took.toMillis()}
                        : new @Nullable Object[] {version, description, type, script, checksum, user(), took.toMillis()
                        });
    }
}
