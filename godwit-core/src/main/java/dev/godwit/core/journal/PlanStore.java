package dev.godwit.core.journal;

import dev.godwit.core.db.Session;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.HistoryTable;
import dev.godwit.core.history.StateTables;
import dev.godwit.core.history.StateTables.TableDefinition;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The table {@code godwit_plan}: the steps of each migration that is not run as written. They are kept from the moment when the first is
 * about to be run, so that whoever goes on, or takes back, does what was planned then: the schema of that time is gone.
 */
public final class PlanStore {
    /** The table, for {@link dev.godwit.core.history.StateTables} to make. */
    public static final TableDefinition TABLE = new TableDefinition("godwit_plan", """
            format varchar(32) NOT NULL,
            migration varchar(255) NOT NULL,
            phase varchar(16) NOT NULL,
            step integer NOT NULL,
            checksum varchar(128) NOT NULL,
            kind varchar(16) NOT NULL,
            purpose text NOT NULL,
            sql_text text NOT NULL,
            refusal text NOT NULL,
            back_text text NOT NULL,
            no_way_back text NOT NULL,
            PRIMARY KEY (format, migration, phase, step)""");

    private static final String BETWEEN = ";\n";

    private final HistoryTable table;
    private final String format;
    private final Dialect dialect;

    /**
     * Makes one.
     *
     * @param format the id of the layout, for ids of several layouts may be equal
     */
    public PlanStore(HistorySettings settings, String format) {
        this.table = StateTables.table(settings, TABLE.name());
        this.format = format;
        this.dialect = settings.dialect();
    }

    /** What steps belong to. */
    public enum Part {
        EXPAND,
        CONTRACT,
        /** What takes EXPAND back. */
        UNDO
    }

    private enum Kind {
        CHANGE,
        ONLINE,
        BATCHES,
        CHECK,
        SETTING
    }

    /** Writes the steps of a part, in the caller's transaction. */
    public void write(Session session, Migration migration, Part part, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            session.update(
                    "INSERT INTO " + table.sql()
                            + " (format, migration, phase, step, checksum, kind, purpose, sql_text,"
                            + " refusal, back_text, no_way_back) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    format,
                    migration.id().value(),
                    part.name(),
                    i,
                    migration.checksum(),
                    kind(step).name(),
                    step.purpose(),
                    String.join(BETWEEN, step.statements()),
                    step instanceof Step.Check check ? check.refusal() : "",
                    step.back() instanceof WayBack.Statements back ? String.join(BETWEEN, back.statements()) : "",
                    step.back() instanceof WayBack.None none ? none.why() : "");
        }
    }

    private static Kind kind(Step step) {
        return switch (step) {
            case Step.Change change -> Kind.CHANGE;
            case Step.Online online -> Kind.ONLINE;
            case Step.Batches batches -> Kind.BATCHES;
            case Step.Check check -> Kind.CHECK;
            case Step.Setting setting -> Kind.SETTING;
        };
    }

    /** Reads the steps of a part; none where there is no plan, or no table. */
    public List<Step> read(Session session, MigrationId migration, Part part) {
        if (!table.exists(session)) {
            return List.of();
        }
        return session.query(
                "SELECT kind, purpose, sql_text, refusal, back_text, no_way_back FROM " + table.sql()
                        + " WHERE format = ? AND migration = ? AND phase = ? ORDER BY step",
                row -> step(
                        Kind.valueOf(text(row.getString(1))),
                        text(row.getString(2)),
                        text(row.getString(3)),
                        text(row.getString(4)),
                        text(row.getString(5)),
                        text(row.getString(6))),
                format,
                migration.value(),
                part.name());
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private Step step(Kind kind, String purpose, String sql, String refusal, String back, String noWay) {
        WayBack way = noWay.isEmpty() ? new WayBack.Statements(cut(back)) : new WayBack.None(noWay);
        return switch (kind) {
            case CHANGE -> new Step.Change(purpose, cut(sql), way);
            case ONLINE -> new Step.Online(purpose, sql, way);
            case BATCHES -> new Step.Batches(purpose, sql, way);
            case CHECK -> new Step.Check(purpose, sql, refusal);
            case SETTING -> new Step.Setting(sql);
        };
    }

    private List<String> cut(String sql) {
        SqlSource source = SqlSource.of("godwit_plan", sql);
        return ScriptText.whole(source).statements(dialect).stream()
                .map(statement -> source.text(statement.span()))
                .toList();
    }

    /** Tells whether the file is still the one that was planned. */
    public boolean isOf(Session session, Migration migration) {
        return session
                .query(
                        "SELECT DISTINCT checksum FROM " + table.sql() + " WHERE format = ? AND migration = ?",
                        row -> text(row.getString(1)),
                        format,
                        migration.id().value())
                .stream()
                .allMatch(migration.checksum()::equals);
    }

    /** Returns the migrations of this layout that have steps of a part. */
    public List<MigrationId> having(Session session, Part part) {
        if (!table.exists(session)) {
            return List.of();
        }
        return session.query(
                "SELECT DISTINCT migration FROM " + table.sql() + " WHERE format = ? AND phase = ? ORDER BY migration",
                row -> new MigrationId(text(row.getString(1))),
                format,
                part.name());
    }

    /** Returns the migrations of this layout of which every step of EXPAND can be taken back. */
    public List<MigrationId> reversible(Session session) {
        if (!table.exists(session)) {
            return List.of();
        }
        return session.query(
                "SELECT migration FROM " + table.sql() + " WHERE format = ? GROUP BY migration"
                        + " HAVING MAX(CASE WHEN phase = ? AND no_way_back <> '' THEN 1 ELSE 0 END) = 0",
                row -> new MigrationId(text(row.getString(1))),
                format,
                Part.EXPAND.name());
    }

    /** Tells whether a migration has a plan. All of it may be left to CONTRACT. */
    public boolean has(Session session, MigrationId migration) {
        return has(session, migration, Part.EXPAND) || has(session, migration, Part.CONTRACT);
    }

    /** Tells whether a migration has steps of a part. */
    public boolean has(Session session, MigrationId migration, Part part) {
        return having(session, part).contains(migration);
    }

    /** Removes every step of a migration. */
    public void clear(Session session, MigrationId migration) {
        if (table.exists(session)) {
            session.update(
                    "DELETE FROM " + table.sql() + " WHERE format = ? AND migration = ?", format, migration.value());
        }
    }

    /**
     * Returns another migration whose open CONTRACT mentions something.
     *
     * @param own the migration that asks, whose own steps an earlier run may have written
     */
    public Optional<MigrationId> openContractOn(Session session, MigrationId own, Predicate<SqlSource> mentions) {
        for (MigrationId migration : having(session, Part.CONTRACT)) {
            if (migration.equals(own)) {
                continue;
            }
            String sql = String.join(
                    BETWEEN,
                    read(session, migration, Part.CONTRACT).stream()
                            .flatMap(step -> step.statements().stream())
                            .toList());
            if (mentions.test(SqlSource.of("godwit_plan", sql))) {
                return Optional.of(migration);
            }
        }
        return Optional.empty();
    }
}
