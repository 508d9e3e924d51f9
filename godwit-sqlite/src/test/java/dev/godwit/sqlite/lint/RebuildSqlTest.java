package dev.godwit.sqlite.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.LintInput;
import dev.godwit.core.lint.LintScript;
import dev.godwit.core.lint.LintSettings;
import dev.godwit.core.lint.Linter;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.SqlSource;
import dev.godwit.sqlite.SqliteEngine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The safe way that a finding shows can be pasted: the library takes it, and nothing is lost. */
final class RebuildSqlTest {
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, \"full name\" TEXT COLLATE NOCASE NOT NULL DEFAULT 'x',"
                    + " age int CHECK (age > 0), fax TEXT UNIQUE, next int AS (age + 1) VIRTUAL,"
                    + " boss int REFERENCES users (id) ON DELETE SET NULL)",
            "CREATE TABLE orders (a int NOT NULL, b int NOT NULL, user_id int REFERENCES users (id) ON DELETE CASCADE,"
                    + " PRIMARY KEY (a, b DESC)) WITHOUT ROWID",
            "CREATE TABLE log (id INTEGER)",
            "CREATE INDEX users_age ON users (age DESC) WHERE age > 3",
            "CREATE UNIQUE INDEX users_name ON users (lower(\"full name\"))",
            "CREATE TRIGGER users_log AFTER DELETE ON users BEGIN INSERT INTO log VALUES (old.id); END",
            "CREATE VIEW grown AS SELECT id, \"full name\" FROM users WHERE age > 17",
            "INSERT INTO users (id, \"full name\", age, boss) VALUES (1, 'a', 20, NULL), (7, 'b', 30, 1)",
            "INSERT INTO orders VALUES (1, 1, 7), (1, 2, 1)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE users ALTER COLUMN age TYPE bigint          | users",
                "ALTER TABLE users ADD CONSTRAINT u UNIQUE (age)         | users",
                "ALTER TABLE users MODIFY COLUMN fax varchar(20)         | users",
                "ALTER TABLE users CHANGE COLUMN age years int NOT NULL  | users",
                "ALTER TABLE users ADD COLUMN born TEXT NOT NULL         | users",
                "ALTER TABLE users ADD COLUMN at TEXT DEFAULT CURRENT_TIMESTAMP | users",
                "ALTER TABLE users ALTER COLUMN \"full name\" SET DEFAULT 'y'   | users",
                "ALTER TABLE users DROP COLUMN fax                       | users",
                "ALTER TABLE orders ALTER COLUMN user_id TYPE bigint     | orders",
                "ALTER TABLE orders ADD FOREIGN KEY (a) REFERENCES users (id)   | orders"
            })
    void theLibraryTakesTheRebuildAndKeepsEveryRow(String change, String table) throws SQLException {
        List<String> way = safeWay(change);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");
            for (String made : SCHEMA) {
                statement.execute(made);
            }
            List<String> before = facts(statement);
            for (String line : way) {
                statement.execute(line.replaceFirst("; --.*", ""));
            }
            assertThat(facts(statement)).isEqualTo(before);
            assertThat(first(statement, "PRAGMA integrity_check")).isEqualTo("ok");
            assertThat(first(statement, "SELECT count(*) FROM pragma_foreign_key_check"))
                    .isEqualTo("0");
            assertThat(first(statement, "SELECT sql FROM sqlite_schema WHERE name = '" + table + "'"))
                    .doesNotContain("new_");
        }
    }

    private static List<String> safeWay(String change) {
        var engine = new SqliteEngine();
        List<LintScript> scripts = new ArrayList<>();
        scripts.add(script("1.sql", String.join(";\n", SCHEMA)));
        scripts.add(script("2.sql", change));
        List<Finding> findings = new Linter(
                        engine.lintProduct(engine.versions().newest()), LintSettings.defaults(Set::of))
                .lint(LintInput.of(scripts))
                .findings();
        List<List<String>> ways = findings.stream()
                .filter(finding -> finding.rule().id().value().startsWith("sqlite-"))
                .map(Finding::instead)
                .toList();
        assertThat(ways).hasSize(1);
        return ways.getFirst().stream().filter(line -> !line.startsWith("--")).toList();
    }

    private static LintScript script(String name, String sql) {
        return LintScript.loose(ScriptText.whole(SqlSource.of(name, sql)));
    }

    private static List<String> facts(Statement statement) throws SQLException {
        List<String> facts = new ArrayList<>();
        for (String query : List.of(
                "SELECT group_concat(id || boss || \"full name\") FROM users",
                "SELECT group_concat(a || b || user_id) FROM orders",
                "SELECT count(*) FROM grown",
                "SELECT count(*) FROM log",
                "SELECT seq FROM sqlite_sequence WHERE name = 'users'",
                "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL"
                        + " ORDER BY name)")) {
            facts.add(query + " = " + first(statement, query));
        }
        return facts;
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "none";
        }
    }
}
