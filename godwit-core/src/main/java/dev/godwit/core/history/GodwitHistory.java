package dev.godwit.core.history;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.StateTables.TableDefinition;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Godwit's own history, {@code godwit_history}: that of the native layout, and beside it what the tables of other tools have no
 * column for. A baseline is one row for each migration that it covers.
 */
public final class GodwitHistory implements HistoryStore {
    private static final TableDefinition TABLE = new TableDefinition("godwit_history", """
            format varchar(32) NOT NULL,
            id varchar(255) NOT NULL,
            seq bigint NOT NULL,
            description varchar(255) NOT NULL,
            checksum varchar(128) NOT NULL,
            state varchar(16) NOT NULL,
            applied_at varchar(32) NOT NULL,
            took_ms bigint NOT NULL,
            applied_by varchar(255) NOT NULL,
            godwit_version varchar(64) NOT NULL,
            PRIMARY KEY (format, id)""");
    private static final int DESCRIPTION = 255;

    private final HistorySettings settings;
    private final String format;
    private final HistoryTable table;
    private final StateTables state;

    /** Makes the store of one layout. */
    public GodwitHistory(HistorySettings settings, String format) {
        this.settings = settings;
        this.format = format;
        this.table = StateTables.table(settings, TABLE.name());
        this.state = new StateTables(settings, List.of(TABLE));
    }

    @Override
    public History read(Session session, MigrationFolder folder) {
        if (!table.exists(session)) {
            return History.none();
        }
        state.check(session);
        return new History(
                true,
                session.query(
                        "SELECT id, description, checksum, state, applied_at, took_ms, applied_by FROM " + table.sql()
                                + " WHERE format = ? ORDER BY seq",
                        GodwitHistory::entry,
                        format));
    }

    private static AppliedMigration entry(ResultSet row) throws SQLException {
        return new AppliedMigration(
                new MigrationId(text(row, 1)),
                text(row, 2),
                AppliedMigration.State.valueOf(text(row, 4)),
                Optional.of(text(row, 3)),
                Optional.of(Instant.parse(text(row, 5))),
                Optional.of(Duration.ofMillis(row.getLong(6))),
                Optional.of(text(row, 7)));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    @Override
    public void create(Session session) {
        state.create(session);
    }

    @Override
    public void started(Session session, Migration migration) {
        write(session, migration, AppliedMigration.State.FAILED, Duration.ZERO);
    }

    @Override
    public void failed(Session session, Migration migration, Duration took) {
        write(session, migration, AppliedMigration.State.FAILED, took);
    }

    @Override
    public void applied(Session session, Migration migration, Duration took) {
        write(session, migration, AppliedMigration.State.APPLIED, took);
    }

    @Override
    public void reverted(Session session, Migration migration, Optional<Migration> previous) {
        delete(session, migration.id());
    }

    @Override
    public void baseline(Session session, List<Migration> covered, Migration last) {
        for (Migration migration : covered) {
            write(session, migration, AppliedMigration.State.BASELINE, Duration.ZERO);
        }
    }

    @Override
    public void repair(Session session, Migration migration) {
        session.update(
                "UPDATE " + table.sql() + " SET checksum = ?, description = ? WHERE format = ? AND id = ?",
                migration.checksum(),
                description(migration),
                format,
                migration.id().value());
    }

    @Override
    public void forget(Session session, MigrationId id, MigrationFolder folder) {
        delete(session, id);
    }

    private void delete(Session session, MigrationId id) {
        session.update("DELETE FROM " + table.sql() + " WHERE format = ? AND id = ?", format, id.value());
    }

    private void write(Session session, Migration migration, AppliedMigration.State to, Duration took) {
        boolean added = add(session, migration, to, took);
        if (!added) {
            delete(session, migration.id());
            add(session, migration, to, took);
        }
    }

    // Mostly there is no row yet, and one round trip does.
    private boolean add(Session session, Migration migration, AppliedMigration.State to, Duration took) {
        int rows = session.update(
                "INSERT INTO " + table.sql()
                        + " (format, id, seq, description, checksum, state, applied_at, took_ms, applied_by, godwit_version)"
                        + " SELECT ?, ?, latest.seq + 1, ?, ?, ?, ?, ?, ?, ?"
                        + " FROM (SELECT COALESCE(MAX(seq), 0) AS seq FROM " + table.sql() + ") AS latest"
                        + " WHERE NOT EXISTS (SELECT 1 FROM " + table.sql() + " WHERE format = ? AND id = ?)",
                format,
                migration.id().value(),
                description(migration),
                migration.checksum(),
                to.name(),
                settings.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                took.toMillis(),
                settings.user(),
                version(),
                format,
                migration.id().value());
        return rows > 0;
    }

    private static String description(Migration migration) {
        String whole = migration.description();
        return whole.codePointCount(0, whole.length()) <= DESCRIPTION
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, DESCRIPTION));
    }

    private static String version() {
        return Objects.requireNonNullElse(GodwitHistory.class.getPackage().getImplementationVersion(), "unreleased");
    }
}
