package dev.godwit.sql;

import static dev.godwit.sql.Splits.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.SessionSetting;
import org.junit.jupiter.api.Test;

/** Statements that read and change rows, in one line each: verb, target, clauses, columns, condition. */
final class PostgresDmlTest {
    @Test
    void readsQueries() {
        check("SELECT 1", "SELECT");
        check("SELECT a FROM t WHERE b ORDER BY c LIMIT 3", "SELECT FROM WHERE LIMIT");
        check("SELECT a FROM t LEFT JOIN u USING (x) FETCH FIRST ROW ONLY", "SELECT FROM JOIN LIMIT");
        check("SELECT a IS DISTINCT FROM b", "SELECT");
        check("SELECT EXTRACT(day FROM a), ARRAY[1, 2]", "SELECT");
        check("SELECT (SELECT a FROM t WHERE b)", "SELECT SUBQUERY");
        check("SELECT a INTO TEMP u FROM t", "SELECT FROM INTO");
        check("((SELECT 1 FROM a) UNION ALL SELECT 2)", "SELECT FROM");
        check("WITH a AS (SELECT 1), b (c) AS NOT MATERIALIZED (SELECT 2) SELECT 3 FROM b", "WITH FROM SUBQUERY");
        check(
                "WITH RECURSIVE a AS (SELECT 1) SEARCH DEPTH FIRST BY x SET y CYCLE x SET z USING p TABLE a",
                "WITH a SUBQUERY");
        check("VALUES (1), (2)", "VALUES");
        check("TABLE ONLY s.t", "TABLE s.t");
    }

    @Test
    void readsChangesOfRows() {
        check("INSERT INTO s.t (a, b) VALUES (1, (SELECT 2)), (3, 4)", "INSERT s.t VALUES SUBQUERY");
        check("INSERT INTO t DEFAULT VALUES RETURNING a", "INSERT t RETURNING VALUES");
        check("INSERT INTO t SELECT a FROM u WHERE b", "INSERT t FROM WHERE SELECT");
        check(
                "INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET b = 2 WHERE c",
                "INSERT t WHERE ON_CONFLICT VALUES");
        check(
                "UPDATE ONLY s.t AS x SET a = 1, (b, c) = (2, 3), d[1] = ARRAY[4, 5] FROM u WHERE a = 1 RETURNING *",
                "UPDATE s.t FROM WHERE RETURNING [a, b, c, d] a = 1");
        check("UPDATE t SET a = b IS DISTINCT FROM c", "UPDATE t [a]");
        check("DELETE FROM t USING u WHERE a IN (SELECT 1)", "DELETE t FROM WHERE SUBQUERY a IN (SELECT 1)");
        check("DELETE FROM t WHERE CURRENT OF c", "DELETE t WHERE CURRENT OF c");
        check("WITH x AS (DELETE FROM u RETURNING *) UPDATE t SET a = 1", "UPDATE t SUBQUERY [a]");
        check(
                "MERGE INTO t USING u ON a = b WHEN MATCHED THEN UPDATE SET c = 1 WHEN NOT MATCHED THEN INSERT VALUES"
                        + " (1)",
                "MERGE t FROM");
        check("COPY t (a) FROM '/x' WITH (FORMAT csv)", "COPY t");
        check("COPY (SELECT 1) TO STDOUT", "COPY");
    }

    @Test
    void readsWhatOnlyNamesSomething() {
        check("CALL s.p(1)", "CALL s.p");
        check("EXECUTE p(1, 2)", "EXECUTE p");
        check("FETCH FORWARD 5 FROM c", "FETCH c");
        check("CLOSE ALL", "CLOSE");
        check("CLOSE \"all\"", "CLOSE all");
        check("DECLARE c CURSOR FOR SELECT 1", "DECLARE c");
        check("EXPLAIN (COSTS off) DELETE FROM t", "EXPLAIN");
        check("EXPLAIN (SELECT 1)", "EXPLAIN");
        check("SHOW ALL", "SHOW all");
    }

    @Test
    void sharesTheClausesOfManyStatements() {
        var statements = Splits.statements(POSTGRES, "INSERT INTO t VALUES (1); INSERT INTO u VALUES (2)");
        assertThat(((Dml) statements.get(0)).clauses()).isSameAs(((Dml) statements.get(1)).clauses());
        assertThat(((Dml) statements.get(0)).columns()).isEmpty();
    }

    @Test
    void readsMaintenance() {
        maintenance("VACUUM (FULL, FREEZE off, PARALLEL 2) a, b (c)", "VACUUM [a, b] [FULL, PARALLEL 2]");
        maintenance("VACUUM FULL ANALYZE a", "VACUUM [a] [FULL, ANALYZE]");
        maintenance("ANALYSE", "ANALYZE [] []");
        maintenance("CLUSTER (VERBOSE) t USING i", "CLUSTER [t] [VERBOSE, USING i]");
        maintenance("CLUSTER i ON t", "CLUSTER [t] [USING i]");
        maintenance(
                "LOCK TABLE ONLY a, b IN SHARE ROW EXCLUSIVE MODE NOWAIT", "LOCK [a, b] [SHARE ROW EXCLUSIVE, NOWAIT]");
        maintenance("LOCK a", "LOCK [a] [ACCESS EXCLUSIVE]");
        maintenance(
                "REFRESH MATERIALIZED VIEW CONCURRENTLY s.v WITH NO DATA",
                "REFRESH MATERIALIZED VIEW [s.v] [CONCURRENTLY, WITH NO DATA]");
    }

    @Test
    void readsSettings() {
        setting("SET NAMES 'utf8'", "names 'utf8'");
        setting("SET ROLE NONE", "role NONE");
        setting("SET SESSION AUTHORIZATION DEFAULT", "session_authorization DEFAULT");
        setting("RESET TRANSACTION ISOLATION LEVEL", "transaction_isolation ");
        setting("UNLISTEN *", "unlisten *");
    }

    private static void check(String sql, String expected) {
        Statement statement = Trees.read(POSTGRES, sql);
        assertThat(statement).as(sql).isInstanceOf(Dml.class);
        Dml dml = (Dml) statement;
        var told = new StringBuilder(dml.verb());
        dml.target().ifPresent(target -> told.append(' ').append(target));
        for (Dml.Clause clause : Dml.Clause.values()) {
            told.append(dml.clauses().contains(clause) ? " " + clause : "");
        }
        told.append(dml.columns().isEmpty() ? "" : " " + dml.columns());
        dml.where().ifPresent(where -> told.append(' ').append(where.text()));
        assertThat(told).as(sql).hasToString(expected);
    }

    private static void maintenance(String sql, String expected) {
        Maintenance read = (Maintenance) Trees.read(POSTGRES, sql);
        assertThat("%s %s %s".formatted(read.verb(), read.names(), read.options()))
                .isEqualTo(expected);
    }

    private static void setting(String sql, String expected) {
        SessionSetting read = (SessionSetting) Trees.read(POSTGRES, sql);
        assertThat(read.name() + " " + read.value().orElse("")).isEqualTo(expected);
    }
}
