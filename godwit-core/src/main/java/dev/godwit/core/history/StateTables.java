package dev.godwit.core.history;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.SqlErrorKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Godwit's own tables of one database, and the number that says by which layout they were made. */
public final class StateTables {
    /** The layout that this Godwit reads and writes; goes up with each change that an older one could not live with. */
    static final int LAYOUT = 1;

    private final HistorySettings settings;
    private final HistoryTable version;
    private final List<TableDefinition> tables;

    /**
     * Makes one.
     *
     * @param tables what the caller needs besides the table of the layout's number
     */
    public StateTables(HistorySettings settings, List<TableDefinition> tables) {
        this.settings = settings;
        this.version = table(settings, "godwit_schema");
        this.tables = List.copyOf(tables);
    }

    /**
     * A table of Godwit's own.
     *
     * @param columns what stands between the parentheses of CREATE TABLE, in types that every product has
     */
    public record TableDefinition(String name, String columns) {}

    /** Returns the full name of a table of Godwit's own. */
    public static HistoryTable table(HistorySettings settings, String name) {
        Optional<String> schema = settings.stateSchema().or(settings::schema);
        return new HistoryTable(schema, name, settings.dialect());
    }

    /**
     * Makes what is missing. Called in autocommit.
     *
     * @throws DatabaseException if the user may not; the message says which option names another schema
     */
    public void create(Session session) {
        if (recorded(session).isEmpty()) {
            settings.stateSchema().ifPresent(schema -> createSchema(session, schema));
            make(session, version, "version integer NOT NULL");
            session.update("INSERT INTO " + version.sql() + " (version) VALUES (?)", LAYOUT);
        }
        for (TableDefinition wanted : tables) {
            HistoryTable table = table(settings, wanted.name());
            if (!table.exists(session)) {
                make(session, table, wanted.columns());
            }
        }
    }

    /**
     * Looks whether a newer Godwit has been here.
     *
     * @throws ConfigurationException if so
     */
    public void check(Session session) {
        int found = recorded(session).orElse(LAYOUT);
        if (found > LAYOUT) {
            throw new ConfigurationException(
                    "cannot use table \"" + version.name() + "\": a newer Godwit made it (layout " + found
                            + ", this one knows " + LAYOUT + "). Use that Godwit or a newer one");
        }
    }

    private OptionalInt recorded(Session session) {
        if (!version.exists(session)) {
            return OptionalInt.empty();
        }
        return session
                .query("SELECT MAX(version) FROM " + version.sql(), row -> row.getObject(1) == null ? 0 : row.getInt(1))
                .stream()
                .mapToInt(Integer::intValue)
                .filter(found -> found > 0)
                .findFirst();
    }

    // CREATE SCHEMA IF NOT EXISTS asks for the privilege also where the schema is there.
    private void createSchema(Session session, String schema) {
        boolean there = session.with(connection -> {
            try (var schemas = connection.getMetaData().getSchemas()) {
                while (schemas.next()) {
                    if (schema.equals(schemas.getString("TABLE_SCHEM"))) {
                        return true;
                    }
                }
                return false;
            }
        });
        if (!there) {
            run(
                    session,
                    "schema",
                    schema,
                    "CREATE SCHEMA IF NOT EXISTS " + settings.dialect().quote(schema));
        }
    }

    private void make(Session session, HistoryTable table, String columns) {
        run(session, "table", table.name(), "CREATE TABLE IF NOT EXISTS " + table.sql() + " (" + columns + ")");
    }

    private void run(Session session, String kind, String name, String ddl) {
        try {
            session.execute(ddl);
        } catch (DatabaseException e) {
            throw e.kind() == SqlErrorKind.PERMISSION ? refused(kind, name, e) : e;
        }
    }

    private DatabaseException refused(String kind, String name, DatabaseException e) {
        String where = settings.stateSchema()
                .map(schema -> " Godwit keeps its own tables in schema \"" + schema
                        + "\": let the user create it, or name a schema that it may use with --state-schema")
                .orElse(" Godwit keeps its own tables beside yours: let the user create tables");
        return new DatabaseException(
                SqlErrorKind.PERMISSION,
                "cannot create " + kind + " \"" + name + "\": " + e.getMessage() + "." + where,
                e.sqlState().orElse(null),
                0,
                e);
    }
}
