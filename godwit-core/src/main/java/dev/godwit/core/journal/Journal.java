package dev.godwit.core.journal;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryTable;
import dev.godwit.core.history.StateTables;
import dev.godwit.core.history.StateTables.TableDefinition;
import dev.godwit.core.migration.MigrationId;
import java.time.Clock;
import java.util.List;

/**
 * The table {@code godwit_journal}: one row for each unit of a migration that is not one transaction. Rows are written before and after
 * the effect, and removed in the transaction that records the migration in the history.
 */
public final class Journal {
    /** The table, for {@link dev.godwit.core.history.StateTables} to make. */
    public static final TableDefinition TABLE = new TableDefinition("godwit_journal", """
            format varchar(32) NOT NULL,
            migration varchar(255) NOT NULL,
            direction varchar(8) NOT NULL,
            unit integer NOT NULL,
            step_id varchar(64) NOT NULL,
            state varchar(16) NOT NULL,
            fingerprint varchar(128) NOT NULL,
            session varchar(128) NOT NULL,
            changed_at varchar(32) NOT NULL,
            PRIMARY KEY (format, migration, direction, unit)""");

    private static final int BEGUN = -1;

    private final HistoryTable table;
    private final String format;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param format the id of the layout, for ids of several layouts may be equal
     */
    public Journal(HistorySettings settings, String format) {
        this.table = StateTables.table(settings, TABLE.name());
        this.format = format;
        this.clock = settings.clock();
    }

    /**
     * Notes that a migration has begun, before anything else says so: from now on its state is known from here. A second call changes
     * nothing.
     */
    public void begin(Session session, MigrationId migration, String direction) {
        write(session, migration, direction, new JournalEntry(BEGUN, new StepId("-"), JournalEntry.State.DONE, "", ""));
    }

    /** Reads the rows of a migration's units in their order. */
    public List<JournalEntry> read(Session session, MigrationId migration, String direction) {
        return session.query(
                "SELECT unit, step_id, state, fingerprint, session FROM " + table.sql()
                        + " WHERE format = ? AND migration = ? AND direction = ? AND unit > ? ORDER BY unit",
                row -> new JournalEntry(
                        row.getInt(1),
                        new StepId(row.getString(2)),
                        JournalEntry.State.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5)),
                format,
                migration.value(),
                direction,
                BEGUN);
    }

    /** Returns the migrations of this layout that have rows, with the direction in which they were run; none where there is no table. */
    public List<Unfinished> unfinished(Session session) {
        if (!table.exists(session)) {
            return List.of();
        }
        return session.query(
                "SELECT DISTINCT migration, direction FROM " + table.sql() + " WHERE format = ? ORDER BY migration",
                row -> new Unfinished(new MigrationId(row.getString(1)), row.getString(2)),
                format);
    }

    /** A migration that a run left half done. */
    public record Unfinished(MigrationId migration, String direction) {}

    /** Writes a row, in place of an earlier one of the same unit. */
    public void write(Session session, MigrationId migration, String direction, JournalEntry entry) {
        int changed = session.update(
                "UPDATE " + table.sql() + " SET step_id = ?, state = ?, fingerprint = ?, session = ?, changed_at = ?"
                        + " WHERE format = ? AND migration = ? AND direction = ? AND unit = ?",
                entry.stepId().value(),
                entry.state().name(),
                entry.fingerprint(),
                entry.session(),
                clock.instant().toString(),
                format,
                migration.value(),
                direction,
                entry.unit());
        if (changed == 0) {
            session.update(
                    "INSERT INTO " + table.sql() + " (step_id, state, fingerprint, session, changed_at,"
                            + " format, migration, direction, unit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    entry.stepId().value(),
                    entry.state().name(),
                    entry.fingerprint(),
                    entry.session(),
                    clock.instant().toString(),
                    format,
                    migration.value(),
                    direction,
                    entry.unit());
        }
    }

    /** Removes the row of a unit that is proved not to be done. */
    public void withdraw(Session session, MigrationId migration, String direction, int unit) {
        session.update(
                "DELETE FROM " + table.sql() + " WHERE format = ? AND migration = ? AND direction = ? AND unit = ?",
                format,
                migration.value(),
                direction,
                unit);
    }

    /** Removes every row of a migration. */
    public void clear(Session session, MigrationId migration) {
        session.update("DELETE FROM " + table.sql() + " WHERE format = ? AND migration = ?", format, migration.value());
    }
}
