package dev.godwit.sqlite;

import dev.godwit.core.catalog.CatalogBuilder;
import dev.godwit.core.catalog.Measures;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks SQLite how large tables are, as far as that is cheap: it keeps no statistics of its own. */
final class SqliteSizes {
    /** So large a file may be read as a whole, which takes well under a second. */
    private static final long SMALL = 64L << 20;

    /** A compound SELECT has at most 500 terms (limits, 5). */
    private static final int AT_ONCE = 100;

    private final Session session;
    private final Dialect dialect;

    SqliteSizes(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    /** What stands on pages of its own: a table or an index. */
    private record Tree(String name, String table) {}

    void measure(CatalogBuilder builder) {
        List<Tree> trees = session.query(
                "SELECT name, tbl_name FROM sqlite_schema WHERE rootpage > 0",
                row -> new Tree(row.getString(1), row.getString(2)));
        List<String> tables = trees.stream()
                .filter(tree -> tree.name().equals(tree.table()))
                .map(Tree::name)
                .filter(name -> builder.table(named(name)).isPresent())
                .toList();
        boolean small = fileSize() <= SMALL;
        Map<String, Long> rows = small ? asked(tables, "count(*)") : estimated(builder, tables);
        Map<String, Long> bytes = small ? bytes() : Map.of();
        for (String table : tables) {
            if (rows.containsKey(table)) {
                long indexes = trees.stream()
                        .filter(tree ->
                                tree.table().equals(table) && !tree.name().equals(table))
                        .mapToLong(tree -> bytes.getOrDefault(tree.name(), 0L))
                        .sum();
                Measures measures =
                        new Measures(rows.getOrDefault(table, 0L), bytes.getOrDefault(table, 0L), indexes, 0, 0);
                builder.change(named(table), known -> known.with(measures));
            }
        }
    }

    private static QualifiedName named(String name) {
        return new QualifiedName(List.of(new Identifier(name)));
    }

    private long fileSize() {
        return session.first(
                        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
                        row -> row.getLong(1))
                .orElse(Long.MAX_VALUE);
    }

    private Map<String, Long> asked(List<String> tables, String what) {
        Map<String, Long> answers = new HashMap<>();
        for (int from = 0; from < tables.size(); from += AT_ONCE) {
            List<String> parts = tables.subList(from, Math.min(from + AT_ONCE, tables.size())).stream()
                    .map(table -> "SELECT %s, coalesce(%s, 0) FROM %s"
                            .formatted(dialect.literal(table), what, dialect.quote(table)))
                    .toList();
            answers.putAll(counts(String.join(" UNION ALL ", parts)));
        }
        return answers;
    }

    private Map<String, Long> counts(String query) {
        Map<String, Long> counts = new HashMap<>();
        session.query(query, row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(row -> counts.merge(row.getKey(), row.getValue(), Math::max));
        return counts;
    }

    /** Returns what ANALYZE found, or else the highest rowid, which is found in one step and is no less than the rows of most tables. */
    private Map<String, Long> estimated(CatalogBuilder builder, List<String> tables) {
        Map<String, Long> analyzed = analyzed();
        List<String> others = tables.stream()
                .filter(table -> !analyzed.containsKey(table))
                .filter(table -> builder.table(named(table))
                        .filter(SqliteSizes::hasRowid)
                        .isPresent())
                .toList();
        Map<String, Long> rows = new HashMap<>(asked(others, "max(rowid)"));
        rows.putAll(analyzed);
        return rows;
    }

    private static boolean hasRowid(Table table) {
        return !table.options().containsKey("WITHOUT ROWID");
    }

    // the first number of each text is the count of rows (file format, 2.6.3)
    private Map<String, Long> analyzed() {
        boolean there = session.first("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'", row -> 1)
                .isPresent();
        return there ? counts("SELECT tbl, CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE stat IS NOT NULL") : Map.of();
    }

    private Map<String, Long> bytes() {
        try {
            return counts("SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE");
        } catch (DatabaseException e) {
            // a library that was built without it
            return Map.of();
        }
    }
}
