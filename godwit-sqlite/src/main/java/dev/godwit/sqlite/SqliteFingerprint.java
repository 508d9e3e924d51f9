package dev.godwit.sqlite;

import dev.godwit.core.db.Session;
import dev.godwit.core.journal.Digest;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Digests the schema tables of every attached database. */
final class SqliteFingerprint implements ObjectFingerprint {
    private final Dialect dialect;

    SqliteFingerprint(Dialect dialect) {
        this.dialect = dialect;
    }

    private record Entry(String database, String type, String name, String table, String sql) {
        boolean isNamed(Set<String> names) {
            return names.contains(name.toLowerCase(Locale.ROOT)) || names.contains(table.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public String of(Session session, SqlSource source, Statement statement) {
        Set<String> names = dialect.names(source, statement).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> texts = new ArrayList<>();
        for (String database : session.query("PRAGMA database_list", row -> row.getString("name"))) {
            entries(session, database).stream()
                    .filter(entry -> entry.isNamed(names))
                    .map(Entry::toString)
                    .forEach(texts::add);
        }
        return Digest.of(texts);
    }

    private List<Entry> entries(Session session, String database) {
        return session.query(
                "SELECT type, name, tbl_name, coalesce(sql, '') FROM " + dialect.quote(database)
                        + ".sqlite_schema ORDER BY 1, 2, 3",
                row -> new Entry(database, row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    @Override
    public void clean(Session session, SqlSource source, Statement statement) {
        // SQLite leaves nothing: a statement that was cut off is rolled back when the file is opened next.
    }

    @Override
    public Proof proof(Statement statement, Session session, SqlSource source) {
        return switch (statement) {
            case Statement.SessionSetting setting -> Proof.REPEATABLE;
            case Statement.TransactionControl control -> Proof.REPEATABLE;
            case Statement.Reindex reindex -> Proof.REPEATABLE;
            // VACUUM INTO makes a file, which a second run finds in its way.
            case Statement.Maintenance maintenance ->
                dialect.names(source, statement).stream().anyMatch("into"::equalsIgnoreCase)
                        ? Proof.NONE
                        : Proof.REPEATABLE;
            case Statement.CreateIndex create -> Proof.BY_DIGEST;
            case Statement.DropIndex drop -> Proof.BY_DIGEST;
            case dev.godwit.sql.Definition definition -> Proof.BY_DIGEST;
            case Statement.Dml dml -> Proof.NONE;
            case Statement.AddEnumValue add -> Proof.NONE;
            case Statement.CopyFromStdin copy -> Proof.NONE;
            case Statement.CodeBlock block -> Proof.NONE;
            case Statement.Unparsed unparsed -> Proof.NONE;
        };
    }
}
