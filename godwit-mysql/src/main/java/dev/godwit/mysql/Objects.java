package dev.godwit.mysql;

import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The objects with certain names, in the current database and in those that have such a name themselves. */
final class Objects {
    private static final Pattern COUNTER = Pattern.compile(" AUTO_INCREMENT=\\d+");
    // Other names stand encoded in the dictionary of InnoDB.
    private static final Pattern PLAIN = Pattern.compile("\\w+", Pattern.CASE_INSENSITIVE);

    private final Session session;
    private final Dialect dialect;
    private final Set<String> names;

    Objects(Session session, Dialect dialect, Set<String> names) {
        this.session = session;
        this.dialect = dialect;
        this.names = names.stream().map(Objects::folded).collect(Collectors.toSet());
    }

    private record Table(String database, String name) {
        boolean is(QualifiedName wanted, String current) {
            List<Identifier> parts = wanted.parts();
            String inDatabase = parts.size() > 1 ? parts.get(parts.size() - 2).name() : current;
            return database.equalsIgnoreCase(inDatabase)
                    && name.equalsIgnoreCase(wanted.last().name());
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private String current() {
        return session.first("SELECT COALESCE(DATABASE(), '')", row -> row.getString(1))
                .orElse("");
    }

    private String inDatabases(String column) {
        return column + " IN (" + databaseLiterals() + ")";
    }

    private String databaseLiterals() {
        String current = current();
        String list =
                session.query("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA", row -> row.getString(1)).stream()
                        .filter(name -> name.equals(current) || names.contains(folded(name)))
                        .map(dialect::literal)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return list.isEmpty() ? "''" : list;
    }

    private List<Table> named() {
        return session
                .query(
                        "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES WHERE "
                                + inDatabases("TABLE_SCHEMA"),
                        row -> new Table(row.getString(1), row.getString(2)))
                .stream()
                .filter(table -> names.contains(folded(table.name())))
                .sorted(Comparator.comparing(Table::database).thenComparing(Table::name))
                .toList();
    }

    /** Returns those of {@code wanted} that exist. */
    List<QualifiedName> existing(List<QualifiedName> wanted) {
        List<Table> tables = named();
        String current = current();
        return wanted.stream()
                .filter(name -> tables.stream().anyMatch(table -> table.is(name, current)))
                .toList();
    }

    /** Returns the definitions of tables, views and sequences. */
    List<String> tables() {
        List<Table> tables = named();
        if (tables.isEmpty()) {
            return List.of();
        }
        // What is shown depends on the session's mode, which the file may have changed.
        String mode = session.first("SELECT @@session.sql_mode", row -> row.getString(1))
                .orElse("");
        session.execute("SET SESSION sql_mode = '', SESSION sql_quote_show_create = 1");
        try {
            return tables.stream().map(this::definition).toList();
        } finally {
            session.execute("SET SESSION sql_mode = " + dialect.literal(mode));
        }
    }

    private String definition(Table table) {
        String name = dialect.quote(table.database()) + "." + dialect.quote(table.name());
        try {
            return table + ": "
                    + session.first("SHOW CREATE TABLE " + name, row -> row.getString(2))
                            .map(text -> COUNTER.matcher(text).replaceFirst(""))
                            .orElse("");
        } catch (DatabaseException e) {
            return table + ": " + e.kind();
        }
    }

    /** Returns the numbers that InnoDB gave to tables or their partitions; empty unless it shows those of all. */
    List<String> identities(List<QualifiedName> wanted) {
        String current = current();
        List<String> identities = new ArrayList<>();
        for (Table table : named()) {
            if (wanted.stream().anyMatch(name -> table.is(name, current))) {
                List<String> found = identities(table);
                if (found.isEmpty()) {
                    return List.of();
                }
                identities.addAll(found);
            }
        }
        return identities;
    }

    private List<String> identities(Table table) {
        if (!PLAIN.matcher(table.database()).matches()
                || !PLAIN.matcher(table.name()).matches()) {
            return List.of();
        }
        String view = switch (Versions.product(session)) {
            case MYSQL -> "information_schema.INNODB_TABLES";
            case MARIADB -> "information_schema.INNODB_SYS_TABLES";
        };
        String path = table.database() + "/" + table.name();
        try {
            return session.query(
                    "SELECT NAME, TABLE_ID FROM " + view + " WHERE LOWER(NAME) = LOWER(?) OR LOWER(NAME) LIKE LOWER(?)"
                            + " ORDER BY NAME",
                    row -> row.getString(1) + "=" + row.getLong(2),
                    path,
                    path.replace("_", "\\_") + "#p#%");
        } catch (DatabaseException e) {
            System.getLogger(Objects.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "InnoDB's dictionary cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    /** Returns the definitions of triggers. */
    List<String> triggers() {
        return rows(
                "SELECT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE, EVENT_MANIPULATION,"
                        + " ACTION_TIMING, ACTION_ORDER, ACTION_STATEMENT, SQL_MODE, DEFINER"
                        + " FROM information_schema.TRIGGERS WHERE " + inDatabases("TRIGGER_SCHEMA"),
                2);
    }

    /** Returns the definitions of events. */
    List<String> events() {
        return rows(
                "SELECT EVENT_SCHEMA, EVENT_NAME, DEFINER, TIME_ZONE, EVENT_DEFINITION, EVENT_TYPE, EXECUTE_AT,"
                        + " INTERVAL_VALUE, INTERVAL_FIELD, SQL_MODE, ENDS, STATUS, ON_COMPLETION, EVENT_COMMENT"
                        + " FROM information_schema.EVENTS WHERE " + inDatabases("EVENT_SCHEMA"),
                2);
    }

    /** Returns the definitions of procedures, functions and packages, with their parameters. */
    List<String> routines() {
        List<String> routines = new ArrayList<>(rows(
                "SELECT ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_TYPE, DTD_IDENTIFIER, ROUTINE_DEFINITION,"
                        + " IS_DETERMINISTIC, SQL_DATA_ACCESS, SECURITY_TYPE, SQL_MODE, ROUTINE_COMMENT, DEFINER"
                        + " FROM information_schema.ROUTINES WHERE " + inDatabases("ROUTINE_SCHEMA"),
                2));
        routines.addAll(rows(
                "SELECT SPECIFIC_SCHEMA, SPECIFIC_NAME, ROUTINE_TYPE, ORDINAL_POSITION, PARAMETER_MODE, PARAMETER_NAME,"
                        + " DTD_IDENTIFIER FROM information_schema.PARAMETERS WHERE "
                        + inDatabases("SPECIFIC_SCHEMA"),
                2));
        return routines;
    }

    /** Returns the options of databases, not their contents: a DROP that was cut off is to be run again. */
    List<String> databases() {
        return rows(
                "SELECT SCHEMA_NAME, SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME"
                        + " FROM information_schema.SCHEMATA",
                2);
    }

    private List<String> rows(String query, int nameColumn) {
        List<String> texts = new ArrayList<>();
        for (List<String> row : session.query(query, Objects::texts)) {
            if (names.contains(folded(row.get(nameColumn - 1)))) {
                texts.add(row.toString());
            }
        }
        Collections.sort(texts);
        return texts;
    }

    static List<String> texts(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int column :
                IntStream.rangeClosed(1, row.getMetaData().getColumnCount()).toArray()) {
            texts.add(String.valueOf(row.getString(column)));
        }
        return texts;
    }
}
